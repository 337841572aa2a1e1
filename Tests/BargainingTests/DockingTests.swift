import Bargaining
import Foundation
import Testing

/// Traces of NegMAS 0.16.0's SAOMechanism with deterministic agents, reproduced offer by offer.
///
/// Source: the project's reference collection of traces (`Tests/Fixtures/docking`,
/// `Tests/Fixtures/docking_builtin`).
struct DockingTests {
  struct Trace: Decodable {
    struct Side: Decodable {
      var weights: [Double]
      var values: [[Double]]
      var reservation: Double
      var beta: Double?
      var exponent: Double?
    }
    struct Offer: Decodable, Equatable {
      var step: Int
      var party: Int
      var offer: [Int]
      var utilities: [Double]
    }
    struct Agreement: Decodable {
      var outcome: [Int]
      var utilities: [Double]
    }
    var id: String
    var options: [Int]
    var steps: Int
    var parties: [Side]
    var acceptance: String?
    var strategy: String?
    var trace: [Offer]
    var agreement: Agreement?

    enum CodingKeys: String, CodingKey {
      case id, options, parties, acceptance, strategy, trace, agreement
      case steps = "n_steps"
    }

    var domain: AdditiveDomain {
      AdditiveDomain(
        options: options, rounds: steps,
        members: parties.map {
          AdditiveDomain.Member(
            weights: $0.weights, values: $0.values, reservation: $0.reservation,
            beta: $0.beta ?? 1 / ($0.exponent ?? 1), tolerance: strategy == nil ? 0 : 0.0001,
            isMicro: strategy == "micro")
        },
        acceptance: acceptance ?? "aspiration")
    }
  }

  static func traces(in folder: String) throws -> [Trace] {
    let url = Fixtures.folder(folder)
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "json" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { try JSONDecoder().decode(Trace.self, from: Data(contentsOf: $0)) }
  }

  @Test("every offer step and agreement of the time tactics is reproduced")
  func offerStepAgreement() throws {
    let traces = try Self.traces(in: "docking")
    #expect(traces.count == 27)
    for trace in traces { try check(trace) }
  }

  @Test("every offer of the built-in time based negotiators is reproduced")
  func offerBuiltTime() throws {
    let traces = try Self.traces(in: "docking_builtin").filter { $0.strategy == "tb" }
    #expect(traces.count == 14)
    for trace in traces { try check(trace) }
  }

  @Test("every offer of the built-in MiCRO negotiators is reproduced")
  func offerBuiltMicro() throws {
    let traces = try Self.traces(in: "docking_builtin").filter { $0.strategy == "micro" }
    #expect(traces.count == 5)
    for trace in traces { try check(trace) }
  }

  private func check(_ trace: Trace) throws {
    let negotiation = try Negotiation(trace.domain.scenario())
    var transcript = Transcript()
    negotiation.run(0, seed: 1, observer: &transcript)
    let offers = transcript.acts.filter { $0.kind == .offer }
    #expect(offers.count == trace.trace.count, "\(trace.id): number of offers")
    for (ours, theirs) in zip(offers, trace.trace) {
      #expect(ours.round == theirs.step, "\(trace.id)")
      #expect(ours.actor == .party(theirs.party), "\(trace.id), step \(theirs.step)")
      #expect(ours.options == theirs.offer, "\(trace.id), step \(theirs.step)")
      for (party, utility) in theirs.utilities.enumerated() {
        #expect(abs(negotiation.utility(of: ours.options, to: party) - utility) < 1e-12)
      }
    }
    if let agreement = trace.agreement {
      #expect(negotiation.record.ending == .fullAgreement, "\(trace.id)")
      #expect(negotiation.record.options.map(Int.init) == agreement.outcome, "\(trace.id)")
    } else {
      #expect(negotiation.record.ending == .outOfTime, "\(trace.id)")
    }
  }
}
