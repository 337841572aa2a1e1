/// A short text in one or several languages, such as a label of an issue.
///
/// A scenario file writes either a plain string (one text for every language) or an object from
/// language codes (BCP 47, such as `en` or `ar`) to texts. The order of the file is kept.
public struct LocalizedText: Sendable, Equatable {
  /// One text in one language.
  public struct Entry: Sendable, Equatable {
    /// Language code; empty for a text that serves every language.
    public let language: String
    /// The text in that language.
    public let text: String

    /// A text in a language; an empty code serves every language.
    public init(language: String, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The texts in the order of the file.
  public let entries: [Entry]

  /// Texts in their order; of two in one language the first is found.
  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// A text that serves every language.
  public init(_ text: String) {
    self.init([Entry(language: "", text: text)])
  }

  /// The text in `language`, else in English, else the first; `nil` when there is none at all.
  public func text(in language: String) -> String? {
    let exact = entries.first { $0.language == language || $0.language.isEmpty }
    return (exact ?? entries.first { $0.language == "en" } ?? entries.first)?.text
  }
}
