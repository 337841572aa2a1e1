/// A text that a mediator has ready: it tables it once, as it is, in place of a draft of its own.
///
/// It is tabled at the mediator's first turn in any of its forums at which it is due: from its
/// round on, and where it waits for an occasion, once that has come. Of several that are due the
/// first of the list goes first, one a turn. While the talks are suspended nobody has a turn, and
/// it waits.
///
/// The members judge it as they judge every text, and once it has been discussed it is the text
/// that is amended. It need not cross nobody's red line, as a draft does: whoever's it crosses
/// refuses it.
///
/// Where the agenda has stages it is tabled once at each stage at which it moves an issue, with
/// later issues held as in every text. As long as something is settled otherwise than it says, it
/// cannot be tabled, and is passed over.
package struct PreparedText: Sendable, Equatable {
  /// What it waits for beside its round.
  package enum Occasion: Sendable, Equatable {
    /// Nothing.
    case any
    /// That the talks have been suspended and have resumed.
    case resumption
    /// That a condition holds of what is in force: the status quo, or an interim deal.
    case inForce(Condition)
  }

  /// An option per issue; what it leaves alone is at its status quo.
  package var options: [Int]
  /// The round from which it is due, from 0 and not necessarily whole; `nil` for any round.
  package var round: ParameterID?
  package var occasion: Occasion

  /// The most that a mediator may have.
  package static let most = 16

  package init(options: [Int], round: ParameterID? = nil, occasion: Occasion = .any) {
    self.options = options
    self.round = round
    self.occasion = occasion
  }
}
