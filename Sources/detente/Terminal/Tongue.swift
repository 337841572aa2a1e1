import Reports
import Tables

/// The language of what the program says to a person: `--language` and `--digits`, which every
/// command has.
struct Tongue: Sendable {
  static let language = Option(
    "language", alias: "lang", .choice("LANG") as ValueKind<RunCommand.Language>,
    help: "the language of what is printed and of errors (en unless given); --lang is the same")
  static let digits = Option(
    "digits", .choice("DIGITS", of: Digits.allCases.map { ($0.rawValue, $0) }) as ValueKind<Digits>,
    help:
      "how figures are written in Arabic text: latn, 0 to 9 (unless given), or arab, the digits of Arabic script"
  )

  let words: MessageWords?

  /// English.
  init() { words = nil }

  private init(_ words: MessageWords) { self.words = words }

  /// What is asked for; what makes no sense is left to whoever takes it for an error.
  ///
  /// Looked for before anything else is understood, so that errors of understanding are told in it
  /// as well.
  init(of line: [String]) {
    let line = line.prefix { $0 != "--" }
    func value(_ names: [String]) -> String? {
      var found: String?
      for (place, word) in line.enumerated() {
        for name in names {
          if word == name { found = line.dropFirst(place + 1).first }
          if word.hasPrefix("\(name)=") { found = String(word.dropFirst(name.count + 1)) }
        }
      }
      return found
    }
    guard value(["--language", "--lang"]) == RunCommand.Language.ar.rawValue, !line.contains("--ascii") else {
      self.init()
      return
    }
    self.init(.arabic(digits: value(["--digits"]).flatMap(Digits.init) ?? .latin))
  }
}
