import Testing

@testable import Bargaining

/// Mediators who pull and listen, without a text of theirs.
struct MediatorsPartTests {
  private static func pie() throws -> Scenario {
    var pie = Pie(rounds: 9, pieces: 10)
    pie.rest = Pie.mediated(
      #""facilitate": 0.5, "manipulate": 0.5, "toward": {"a": {"trust": 0.6, "carrot": 0.2, "stick": 0.1}, "b": {"trust": 0.2}}"#
    )
    return try pie.scenario()
  }

  @Test("leverage is strength times trust times carrot and stick, and is found once")
  func leverage() throws {
    try PartsAtWork.with(Self.pie()) { parts in
      #expect(parts.mediators.pullAnew)
      let leverage = parts.mediators.bringLeverage()
      // 0.5 * 0.6 of 0.2 and 0.1; b is promised and threatened with nothing.
      #expect(abs(leverage.carrots[0] - 0.06) < 1e-12 && abs(leverage.sticks[0] - 0.03) < 1e-12)
      #expect(leverage.carrots[1] == 0 && leverage.sticks[1] == 0)
      // Facilitation times the mean trust: 0.5 (0.6 + 0.2) / 2.
      #expect(abs(parts.mediators.effort - 0.2) < 1e-12)
      #expect(!parts.mediators.pullAnew)
      parts.mediators.forgetLeverage()
      #expect(parts.mediators.pullAnew)
    }
  }

  @Test("each meeting leaves of the error about a party what facilitation times trust does not take")
  func meetings() throws {
    try PartsAtWork.with(Self.pie()) { parts in
      for _ in 0..<2 { parts.mediators.meet(parts.seats.forums[0]) }
      // (1 - 0.5 * 0.6)² and (1 - 0.5 * 0.2)².
      #expect(abs(parts.mediators.states[0].error[0] - 0.49) < 1e-12)
      #expect(abs(parts.mediators.states[0].error[1] - 0.81) < 1e-12)
    }
  }
}
