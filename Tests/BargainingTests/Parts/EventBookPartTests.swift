import Bargaining
import Randomness
import Testing

/// Events and the numbers that they change, without talks.
struct EventBookPartTests {
  /// A scenario with these events, its numbers drawn, and a's reservation, 0.5, among them.
  private static func book(
    _ events: String
  ) throws -> (book: EventBook, numbers: RunNumbers, reservation: Int, arena: Arena) {
    var pie = Pie(rounds: 10)
    pie.a = #""reservation": 0.5"#
    pie.rest += #", "events": {\#(events)}"#
    return try book(of: pie.scenario())
  }

  private static func book(
    of scenario: Scenario
  ) throws -> (book: EventBook, numbers: RunNumbers, reservation: Int, arena: Arena) {
    let arena = Arena()
    let numbers = RunNumbers(scenario, arena: arena)
    let book = EventBook(scenario, arena: arena)
    numbers.draw(run: 0, seed: 1)
    book.reset()
    return (book, numbers, scenario.parties[0].reservation.index, arena)
  }

  @Test("each of an odd number of events happens by its own stream", arguments: 1...5)
  func ownStreams(count: Int) throws {
    let names = (0..<count).map { "e\($0)" }
    let events = names.map {
      #""\#($0)": {"rate": 0.5, "effects": [{"on": "parties.a.reservation", "add": 0}]}"#
    }
    let (book, numbers, _, arena) = try Self.book(events.joined(separator: ", "))
    try withExtendedLifetime(arena) {
      var seen = Set<Bool>()
      for round in 0..<10 {
        var transcript = Transcript()
        _ = book.happen(in: round, progress: 0, numbers, &transcript)
        let happened = try Set(
          transcript.acts.map { act in
            guard case .event(let event) = act.actor else { throw NotAnEvent() }
            return names[event]
          })
        for name in names {
          let happens = numbers.chance(StreamID("events.\(name)"), at: round) < 0.5
          #expect(happened.contains(name) == happens, "\(name) in round \(round)")
          seen.insert(happens)
        }
      }
      #expect(seen.count == 2)
    }
  }

  private struct NotAnEvent: Error {}

  @Test("a lasting effect adds up round by round and is clamped to the range")
  func lastingEffectAdds() throws {
    let (book, numbers, place, arena) = try Self.book(
      #""e": {"rate": 1, "effects": [{"on": "parties.a.reservation", "add": 0.25}]}"#)
    withExtendedLifetime(arena) {
      for round in 0..<40 {
        var transcript = Transcript()
        let changed = book.happen(in: round, progress: 0, numbers, &transcript)
        #expect(Array(changed) == [place])
        // Numbers of this kind end at 10.
        #expect(numbers[place] == min(0.5 + 0.25 * Double(round + 1), 10))
        #expect(transcript.acts.count == 1)
      }
      #expect(numbers.drawn[place] == 0.5)
    }
  }

  @Test("a temporary effect of an event that happens once ends after its rounds")
  func temporaryEffectEvent() throws {
    let (book, numbers, place, arena) = try Self.book(
      #""e": {"rate": 1, "once": true, "effects": [{"on": "parties.a.reservation", "multiply": 0.5, "for": 3}]}"#
    )
    withExtendedLifetime(arena) {
      for round in 0..<8 {
        var transcript = Transcript()
        let changed = book.happen(in: round, progress: 0, numbers, &transcript)
        #expect(changed.count == (round == 0 || round == 3 ? 1 : 0), "round \(round)")
        #expect(numbers[place] == (round < 3 ? 0.25 : 0.5), "round \(round)")
        #expect(transcript.acts.count == (round == 0 ? 1 : 0), "round \(round)")
      }
    }
  }

  @Test("an event that can happen once happens once even if it changes nothing")
  func eventCanHappen() throws {
    var scenario = try Pie().scenario()
    scenario.parameters.append(
      Parameter(path: "rate", distribution: .constant(1), range: 0...1, provenance: .unmarked))
    scenario.events = [
      Event(name: "e", rate: ParameterID(scenario.parameters.count - 1), once: true, effects: [])
    ]
    let (book, numbers, _, arena) = try Self.book(of: scenario)
    withExtendedLifetime(arena) {
      var transcript = Transcript()
      for round in 0..<8 { _ = book.happen(in: round, progress: 0, numbers, &transcript) }
      #expect(transcript.acts.map(\.round) == [0])
    }
  }

  @Test("what is certain draws nothing and what is impossible never happens")
  func certainDrawsNothing() throws {
    let (_, numbers, _, arena) = try Self.book(of: Pie().scenario())
    withExtendedLifetime(arena) {
      let stream = StreamID("test")
      var hits = 0
      for index in 0..<10_000 {
        #expect(numbers.happens(1, stream, at: index))
        #expect(!numbers.happens(0, stream, at: index))
        if numbers.happens(0.5, stream, at: index) { hits += 1 }
      }
      #expect(isNear(hits, 0.5, of: 10_000))
    }
  }

  @Test("numbers held at a value keep it in every run and leave the others as they are")
  func numbersHeldValue() throws {
    var scenario = try Pie().scenario()
    for place in scenario.parameters.indices {
      scenario.parameters[place].distribution = .uniform(low: 0, high: 1)
    }
    let arena = Arena()
    let (free, held) = (RunNumbers(scenario, arena: arena), RunNumbers(scenario, arena: arena))
    withExtendedLifetime(arena) {
      held.fix([(ParameterID(0), 0.125)])
      for run in 0..<20 {
        free.draw(run: UInt32(run), seed: 3)
        held.draw(run: UInt32(run), seed: 3)
        #expect(held[0] == 0.125)
        #expect(Array(held.current.dropFirst()) == Array(free.current.dropFirst()))
      }
      #expect(Set((0..<free.current.count).map { free[$0] }).count == free.current.count)
    }
  }
}
