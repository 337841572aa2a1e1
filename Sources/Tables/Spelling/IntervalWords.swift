/// How an interval is spelt wherever a person reads one: `-3.1 to 2.0`. Between its ends stands a
/// word: a dash would be taken for the sign of what follows it.
package enum IntervalWords: Sendable {
  case english
  /// Each end is set apart from left to right (Unicode Standard Annex 9, isolates), so that its
  /// sign stays before it.
  case arabic

  /// From one figure to another, spelt already.
  package func text(_ low: String, _ high: String) -> String {
    switch self {
    case .english: "\(low) to \(high)"
    case .arabic: "\u{2066}\(low)\u{2069} إلى \u{2066}\(high)\u{2069}"
    }
  }

  /// A figure with its interval: `1.2 (0.8 to 1.6)`.
  package func text(_ figure: String, _ low: String, _ high: String) -> String {
    "\(figure) (\(text(low, high)))"
  }
}
