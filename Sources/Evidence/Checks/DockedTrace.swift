import Bargaining

/// A negotiation that another platform has played: the domain, and what was offered by whom.
struct DockedTrace {
  var name: String
  var steps: Int
  /// `next` or `aspiration`; of no matter for MiCRO.
  var acceptance: String
  var sides: [PlainDomain.Side]
  /// Every offer in order, `party:options`, the options as digits.
  var offers: String
  /// What was agreed, as digits; empty for nothing.
  var agreement: String

  /// How many offers are the same, from the first to the last; and 1 if what was agreed is the
  /// same, else 0.
  func replay() throws -> [Double] {
    let negotiation = try Negotiation(
      PlainDomain(sides: sides).scenario(rounds: steps, acceptance: acceptance))
    var transcript = Transcript()
    negotiation.run(0, seed: 1, observer: &transcript)
    let played = transcript.acts.filter { $0.kind == .offer }.map { act -> String in
      guard case .party(let party) = act.actor else { return "" }
      return "\(party):" + act.options.map(String.init).joined()
    }
    let expected = offers.split(separator: " ").map(String.init)
    let alike = zip(played, expected).prefix { $0 == $1 }.count
    let record = negotiation.record
    let agreed = record.ending.isAgreement ? record.options.map { String($0) }.joined() : ""
    return [Double(played.count == expected.count ? alike : -1), agreed == agreement ? 1 : 0]
  }
}
