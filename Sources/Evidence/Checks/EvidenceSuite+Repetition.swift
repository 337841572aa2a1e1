import Bargaining
import Scenarios
import Simulation
import Tables

extension EvidenceSuite {
  /// That the same input gives the same output, and that what cannot matter does not.
  static var repetition: [EvidenceCheck] {
    [
      EvidenceCheck(
        .repetition, "threads", "tables that differ between one, two and three threads",
        source: "must be none", expected: [0], .within(0)
      ) { _ in
        let scenario = try EvidenceScenario.read(mediated(#""formulate": 1, "facilitate": 0.5"#))
        let tables = try [1, 2, 3].map { threads in
          try EvidenceScenario.simulate(
            scenario, runs: 9_000, threads: threads, zone: .every(1), efficiency: .every(1)
          ).tables()
            .map { $0.text(.csv) }
        }
        return [
          Double(tables.dropFirst().map { other in zip(tables[0], other).count { $0 != $1 } }.reduce(0, +))
        ]
      },
      EvidenceCheck(
        .repetition, "inert_mediator",
        "runs of 9,000 that a mediator without information, text or leverage changes",
        source: "Fey & Ramsay 2010, doi:10.1017/S0043887110000109", expected: [0], .within(0)
      ) { _ in
        let with = try Negotiation(EvidenceScenario.read(mediated("")))
        let without = try Negotiation(EvidenceScenario.read(mediated(nil)))
        let changed = (0..<UInt32(9_000)).count { run in
          for negotiation in [with, without] { negotiation.run(run, seed: 3) }
          var (a, b) = (with.record, without.record)
          a.mediatorTexts = []
          b.mediatorTexts = []
          return a != b
        }
        return [Double(changed)]
      },
      EvidenceCheck(
        .repetition, "window",
        "of 1,000 runs of paris-2025, how many differ in their first 60 rounds between windows of 60 and of 1,000",
        source: "must be none: it has no deadline, and a window is how long one looks", expected: [0],
        .within(0)
      ) { _ in
        let windows = try ["60", "1000"].map {
          try NegotiationSet(FlagshipRuns.scenario([ScenarioSetting(path: "rounds", value: $0)]))
        }
        let seed: UInt64 = 1
        let changed = (0..<UInt32(1_000)).count { run in
          let acts = windows.map { set in
            var transcript = Transcript()
            set.negotiation(of: run, seed: seed).run(run, seed: seed, observer: &transcript)
            return transcript.acts.filter { $0.round < 60 }
          }
          return acts[0] != acts[1]
        }
        return [Double(changed)]
      },
      EvidenceCheck(
        .repetition, "frozen",
        "digits in which the SHA-256 of paris-2025.jsonc differs from \(BuiltInScenario.frozenDigest), frozen on \(BuiltInScenario.frozenOn)",
        source: "FIPS 180-4", expected: [0], .within(0)
      ) { _ in
        let digest = SHA256.hex(of: Array(BuiltInScenario.text.utf8))
        return [Double(zip(digest.utf8, BuiltInScenario.frozenDigest.utf8).count { $0 != $1 })]
      },
    ]
  }

  /// Uncertain talks, with or without a mediator that has these members.
  private static func mediated(_ members: String?) -> String {
    let party =
      #", "reservation": {"uniform": [0.3, 0.6]}"#
    let mediators = members.map { #""mediators": {"m": {\#($0)}},"# } ?? ""
    let listed = members == nil ? "" : #""mediators": ["m"], "#
    return EvidenceScenario.pie(
      digits: 2, base: 5, rounds: 12, a: party, b: party,
      tactic: #"{"time": {"beta": {"uniform": [0.2, 2]}}}"#,
      rest: """
        \(mediators) "talks": {"suspend_after": 3, "resume": {"base": 0.3}, "collapse": {"active": 0.01}},
        "forums": {"main": {"members": ["a", "b"], \(listed)"protocol": "alternating"}}
        """)
  }
}
