extension ReportContent {
  /// How many numbers of the scenario rest on what.
  public struct Provenance: Sendable, Equatable {
    /// Stated by a source.
    public var sourced: Int
    /// Marked as the author's assumption.
    public var assumed: Int
    /// Neither: counted as assumptions, and said.
    public var unmarked: Int
    /// Not written in the file, the documented default taken; not in ``total``.
    public var byDefault: Int

    public init(sourced: Int, assumed: Int, unmarked: Int = 0, byDefault: Int = 0) {
      self.sourced = sourced
      self.assumed = assumed
      self.unmarked = unmarked
      self.byDefault = byDefault
    }

    /// Numbers that the file gives.
    public var total: Int { sourced + assumed + unmarked }
  }

  /// A number that the author assumed.
  public struct Assumption: Sendable, Equatable {
    /// Label of the actor that it belongs to, or such as `Talks`; assumptions of one actor stand together.
    public var actor: String
    public var path: String
    /// What it is drawn from, in words: `uniform from 0.4 to 0.95`.
    public var range: String
    /// The author's words; empty when none were given.
    public var words: String

    public init(actor: String, path: String, range: String, words: String = "") {
      self.actor = actor
      self.path = path
      self.range = range
      self.words = words
    }
  }

  /// A number that a source states.
  public struct Fact: Sendable, Equatable {
    public var path: String
    public var value: String
    /// Fact numbers of the seeds, such as `F26`.
    public var sources: [String]

    public init(path: String, value: String, sources: [String]) {
      self.path = path
      self.value = value
      self.sources = sources
    }
  }

  /// One line of what reproduces the result, such as `seed` and `1`.
  public struct ManifestLine: Sendable, Equatable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
