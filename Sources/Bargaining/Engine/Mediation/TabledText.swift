/// The last text that a mediator tabled in a forum, and who of the members did not take it.
struct TabledText: BitwiseCopyable {
  let text: Lane<UInt8>
  private(set) var exists = false
  private(set) var refusers: UInt32 = 0

  init(issues: Int, arena: Arena) { text = arena.lane(issues, of: 0) }

  /// It is of another stage of the agenda, or of another run.
  mutating func forget() { exists = false }

  mutating func keep(_ text: Lane<UInt8>, refusedBy refusers: UInt32) {
    self.text.copy(from: text)
    (self.refusers, exists) = (refusers, true)
  }
}

/// What the members of a forum said to a text, as bits.
struct Answers: BitwiseCopyable {
  private(set) var refusers: UInt32 = 0
  /// Those to whom it brings less than no agreement, and those whose red line it crosses.
  private(set) var tooLittle: UInt32 = 0
  private(set) var crossed: UInt32 = 0

  mutating func note(_ answer: Refusal?, of party: Int) {
    guard let answer else { return }
    let bit: UInt32 = .bit(party)
    refusers |= bit
    if answer == .belowReservation { tooLittle |= bit }
    if answer == .redLine { crossed |= bit }
  }
}
