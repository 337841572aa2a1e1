import Bargaining

extension EvidenceSuite {
  /// Which way what is between parties and mediators pushes.
  static var mediationSigns: [EvidenceCheck] {
    let fearon = "Fearon 1995, doi:10.1017/S0020818300033324"
    return [
      EvidenceCheck(
        .direction, "mediator_error",
        "a mediator's lasting error of 0.4 makes agreements rarer than none (z) and their Nash ratio lower (z)",
        source: fearon, expected: [critical, critical], .atLeast
      ) { threads in
        try compare(MediatedTalks(noise: 0, floor: 1), MediatedTalks(noise: 0.4, floor: 1), threads)
      },
      EvidenceCheck(
        .direction, "overstatement",
        "overstating to the mediator by 0.3 to 0.5 makes agreements rarer (z) and their Nash ratio lower (z)",
        source: fearon, expected: [critical, critical], .atLeast
      ) { threads in
        let toward = #""a": {"trust": 0.4}, "b": {"trust": 0.4}"#
        return try compare(
          MediatedTalks(toward: toward),
          MediatedTalks(overstatement: #"{"uniform": [0.3, 0.5]}"#, toward: toward), threads)
      },
      EvidenceCheck(
        .direction, "trust", "trust of 0.6 in the mediator brings more agreements than trust of 0.3 (z)",
        source: "Slovic 1993, doi:10.1111/j.1539-6924.1993.tb01329.x", expected: [critical], .atLeast
      ) { threads in
        func trusted(_ trust: Double) -> MediatedTalks {
          MediatedTalks(toward: #""a": {"trust": \#(trust)}, "b": {"trust": \#(trust)}"#)
        }
        return [try compare(trusted(0.6), trusted(0.3), threads)[0]]
      },
      EvidenceCheck(
        .direction, "biased_mediator",
        "a mediator on the side of who holds out, with leverage over it, brings more agreements than an even one without (z)",
        source: "Kydd 2003, doi:10.1111/1540-5907.00042; Svensson 2007, doi:10.1177/0022343307075121",
        expected: [critical], .atLeast
      ) { threads in
        let even = MediatedTalks(toward: #""a": {"trust": 0.5}, "b": {"trust": 0.5}"#, beta: "[0.1, 0.2]")
        var biased = even
        biased.toward =
          #""a": {"trust": 0.5, "bias": 0.4, "carrot": 0.1, "stick": 0.1}, "b": {"trust": 0.5, "bias": -0.4}"#
        biased.manipulate = 1
        biased.mediation = #", "allegiance": 1, "suspicion": 0.5"#
        return [try compare(biased, even, threads)[0]]
      },
    ]
  }

  /// By how many standard errors agreements are more frequent in the first talks than in the second
  /// on the same random numbers, and their mean Nash ratio is greater.
  private static func compare(
    _ first: MediatedTalks, _ second: MediatedTalks, _ threads: Int
  ) throws -> [Double] {
    let (a, b) = (try first.nashRatios(threads), try second.nashRatios(threads))
    return [
      Significance.mcNemar(a.map { $0 != nil }, b.map { $0 != nil }),
      Significance.means(a.compactMap(\.self), b.compactMap(\.self)),
    ]
  }
}

/// Two parties who weigh four issues in opposite order and speak to a mediator alone.
private struct MediatedTalks: Sendable {
  var noise = 0.1
  var floor = 0.0
  /// Of the first party.
  var overstatement = "0"
  var toward = #""a": {"trust": 0.7}, "b": {"trust": 0.7}"#
  /// How early the first party concedes.
  var beta = "[0.5, 1.5]"
  var manipulate = 0.0
  /// Members of `mediation` beside noise and floor, each beginning with a comma.
  var mediation = ""

  private var text: String {
    func party(_ shape: String, _ weights: [Double], overstatement: String, beta: String) -> String {
      let preferences = zip(["w", "x", "y", "z"], weights).map { name, weight in
        #""\#(name)": {"weight": \#(weight), "shape": "\#(shape)"}"#
      }
      return """
        {"preferences": {\(preferences.joined(separator: ", "))}, "reservation": {"uniform": [0.45, 0.7]},
         "tactic": {"time": {"beta": {"uniform": \(beta)}}}, "acceptance": "aspiration",
         "overstatement": \(overstatement)}
        """
    }
    let issue = #"{"range": {"from": 0, "to": 4, "step": 1}}"#
    let a = party("increasing", [0.4, 0.3, 0.2, 0.1], overstatement: overstatement, beta: beta)
    let b = party("decreasing", [0.1, 0.2, 0.3, 0.4], overstatement: "0", beta: "[0.5, 1.5]")
    return """
      {"rounds": 12, "issues": {"w": \(issue), "x": \(issue), "y": \(issue), "z": \(issue)},
       "parties": {"a": \(a), "b": \(b)},
       "mediation": {"noise": \(noise), "floor": \(floor)\(mediation)},
       "mediators": {"m": {"facilitate": 0.3, "formulate": 0.7, "manipulate": \(manipulate), "toward": {\(toward)}}},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle"}}}
      """
  }

  /// Per run the Nash ratio of its agreement, 0 where nobody could gain; `nil` without one.
  func nashRatios(_ threads: Int) throws -> [Double?] {
    let seed: UInt64 = 20
    return try RunSurvey.values(
      of: EvidenceScenario.read(text), runs: EvidenceSuite.signRuns, seed: seed, threads: threads
    ) { negotiation in
      let meter = EfficiencyMeter(negotiation)
      return { run in
        negotiation.run(run, seed: seed)
        guard negotiation.record.ending.isAgreement else { return nil }
        return meter.efficiency(of: negotiation.record.options)?.nashRatio ?? 0
      }
    }
  }
}
