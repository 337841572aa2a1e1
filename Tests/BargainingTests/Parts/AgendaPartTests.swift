import Bargaining
import Testing

/// The agenda by itself: no negotiation, no parties at work.
struct AgendaPartTests {
  /// Issues x and y of two and three options; y has a status quo, its middle option.
  private static func agenda(
    _ order: AgendaOrder, firmness: Double = 0, tentative: Bool = false
  ) throws -> (agenda: Agenda, numbers: RunNumbers, arena: Arena) {
    var scenario = try read(
      """
      {"rounds": 2,
       "issues": {"x": {"options": ["l", "r"]}, "y": {"options": ["l", "m", "r"], "status_quo": "m"}},
       "parties": {"a": {"preferences": {"x": {"weight": 1, "values": {"l": 0, "r": 1}},
                                           "y": {"weight": 1, "values": {"l": 0, "m": 0, "r": 1}}},
                         "reservation": \(firmness), "tactic": {"time": {"beta": 1}}},
                   "b": {"preferences": {"x": {"weight": 1, "values": {"l": 1, "r": 0}},
                                           "y": {"weight": 1, "values": {"l": 1, "m": 0, "r": 0}}},
                         "reservation": 0, "tactic": {"time": {"beta": 1}}}},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
      """)
    scenario.order = order
    if tentative {
      scenario.issues[1].tentative = Tentative(
        option: 2, firmness: scenario.parties[0].reservation, reopening: .never)
    }
    let arena = Arena()
    let numbers = RunNumbers(scenario, arena: arena)
    let layout = try #require(IssueLayout(issues: scenario.issues))
    let agenda = Agenda(scenario, layout: layout, arena: arena)
    numbers.draw(run: 0, seed: 1)
    agenda.begin(numbers)
    return (agenda, numbers, arena)
  }

  @Test("a package has one stage and holds nothing")
  func packageHasOne() throws {
    let (agenda, _, arena) = try Self.agenda(.package)
    withExtendedLifetime(arena) {
      #expect(agenda.isAtLastStage && !agenda.isStaged && !agenda.hasInterimDeal)
      #expect(Array(agenda.locked) == [-1, -1])
    }
  }

  @Test("later issues are held at their status quo until their stage opens")
  func laterIssuesHeld() throws {
    let (agenda, _, arena) = try Self.agenda(AgendaOrder(stages: [[0]], holds: false))
    withExtendedLifetime(arena) {
      #expect(!agenda.isAtLastStage)
      #expect(Array(agenda.locked) == [-1, 1])
      #expect(Array(agenda.bound) == [-1, -1])
      agenda.deal[0] = 1
      agenda.settleStage()
      agenda.open(agenda.stage + 1)
      #expect(agenda.isAtLastStage && !agenda.hasInterimDeal)
      #expect(Array(agenda.locked) == [1, -1])
    }
  }

  @Test("what is settled is an interim deal only where it holds")
  func settledInterimDeal() throws {
    let (agenda, _, arena) = try Self.agenda(AgendaOrder(stages: [[0]], holds: true))
    withExtendedLifetime(arena) {
      (agenda.deal[0], agenda.deal[1]) = (1, 1)
      agenda.settleStage()
      #expect(agenda.hasInterimDeal)
      #expect(Array(agenda.inForce) == [1, 1])
    }
  }

  @Test("a tentative settlement locks with its firmness and for the whole run")
  func tentativeSettlementLocks() throws {
    for (firmness, option) in [(0.0, -1), (1.0, 2)] {
      let (agenda, _, arena) = try Self.agenda(.package, firmness: firmness, tentative: true)
      withExtendedLifetime(arena) {
        #expect(agenda.locks[1] == option)
        #expect(agenda.locked[1] == option)
        #expect(agenda.locks[0] == -1)
      }
    }
  }

  @Test("a deal is full when it moves every issue away from what holds")
  func dealFullWhen() throws {
    let (agenda, _, arena) = try Self.agenda(.package)
    withExtendedLifetime(arena) {
      for option in 0..<3 {
        agenda.deal[1] = UInt8(option)
        #expect(agenda.isDealFull == (option != 1))
      }
    }
  }
}
