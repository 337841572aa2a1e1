import Scenarios
import Tables

/// How the text after an option becomes a value, and what to say when it does not.
struct ValueKind<Value: Sendable>: Sendable {
  /// What stands for the value in help, such as `N`.
  let valueName: String
  /// What is expected, as it follows "takes": `a whole number from 1 to 256`.
  let expectation: Message
  let completion: Completion
  let convert: @Sendable (String) throws(ValueFault) -> Value
}

extension ValueKind where Value == String {
  /// Any text, as it was typed; not empty.
  static func text(_ valueName: String, _ expectation: Message, completion: Completion = .nothing) -> Self {
    ValueKind(valueName: valueName, expectation: expectation, completion: completion) {
      text throws(ValueFault) in
      guard !text.isEmpty else { throw ValueFault() }
      return text
    }
  }

  /// The name of a directory that may not exist yet.
  static var directory: Self { directory(orOutput: false) }

  /// The same, where `-` may stand for the standard output.
  static var directoryOrOutput: Self { directory(orOutput: true) }

  private static func directory(orOutput: Bool) -> Self {
    ValueKind(
      valueName: "DIR",
      expectation: orOutput
        ? "the name of a directory, or - for the standard output" : "the name of a directory",
      completion: .directories
    ) { text throws(ValueFault) in
      guard !text.isEmpty else { throw ValueFault() }
      // A result is many files, which no pipe takes.
      guard orOutput || text != "-" else { throw ValueFault("a directory of that name is ./-") }
      return text
    }
  }
}

extension ValueKind where Value == Int {
  /// A whole number; `10k`, `1e6` and `1_000_000` are understood as well as `1000000`.
  static func wholeNumber(_ range: ClosedRange<Int>) -> Self {
    ValueKind(
      valueName: "N",
      expectation:
        "a whole number from \(Numerals.count(range.lowerBound)) to \(Numerals.count(range.upperBound))",
      completion: .nothing
    ) { text throws(ValueFault) in
      guard let number = WholeNumber.parse(text), let value = Int(exactly: number), range.contains(value)
      else { throw ValueFault() }
      return value
    }
  }
}

extension ValueKind where Value == UInt64 {
  /// A seed: any whole number of 64 bits.
  static var seed: Self {
    ValueKind(
      valueName: "N", expectation: "a whole number from 0 to \(UInt64.max)", completion: .nothing
    ) { text throws(ValueFault) in
      guard let value = WholeNumber.parse(text) else { throw ValueFault() }
      return value
    }
  }
}

extension ValueKind where Value == Double {
  /// A number in a range; infinities and NaN are in none.
  static func number(_ valueName: String, _ expectation: Message, in range: ClosedRange<Double>) -> Self {
    ValueKind(valueName: valueName, expectation: expectation, completion: .nothing) {
      text throws(ValueFault) in
      guard let value = Double(text), range.contains(value) else { throw ValueFault() }
      return value
    }
  }
}

extension ValueKind where Value: CaseIterable & RawRepresentable<String> {
  /// One of a few words.
  static func choice(_ valueName: String) -> Self {
    .choice(valueName, of: Value.allCases.map { ($0.rawValue, $0) })
  }
}

extension ValueKind {
  /// One of a few words, each standing for a value.
  static func choice(_ valueName: String, of words: [(word: String, value: Value)]) -> Self {
    let names = words.map(\.word)
    return ValueKind(
      valueName: valueName, expectation: "\(either: names)", completion: .choices(names)
    ) { text throws(ValueFault) in
      guard let match = words.first(where: { $0.word == text }) else {
        throw ValueFault(Suggestion.nearest(to: text, among: names).map { "did you mean \($0)?" })
      }
      return match.value
    }
  }
}
