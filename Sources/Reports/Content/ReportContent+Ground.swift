extension ReportContent {
  /// How many numbers of the scenario rest on what.
  package struct Provenance: Sendable, Equatable {
    /// Stated by a source.
    package var sourced: Int
    /// Marked as the author's assumption.
    package var assumed: Int
    /// Neither: counted as assumptions, and said.
    package var unmarked: Int
    /// Not written in the file, the documented default taken; not in ``total``.
    package var byDefault: Int

    package init(sourced: Int, assumed: Int, unmarked: Int = 0, byDefault: Int = 0) {
      self.sourced = sourced
      self.assumed = assumed
      self.unmarked = unmarked
      self.byDefault = byDefault
    }

    /// Numbers that the file gives.
    package var total: Int { sourced + assumed + unmarked }
  }

  /// A number that the author assumed.
  package struct Assumption: Sendable, Equatable {
    /// Label of the actor that it belongs to, or such as `Talks`; assumptions of one actor stand
    /// together.
    package var actor: String
    package var path: String
    /// What it is drawn from, in words: `uniform from 0.4 to 0.95`.
    package var range: String
    /// The author's words; empty when none were given.
    package var words: String

    package init(actor: String, path: String, range: String, words: String = "") {
      self.actor = actor
      self.path = path
      self.range = range
      self.words = words
    }
  }

  /// A number that a source states.
  package struct Fact: Sendable, Equatable {
    package var path: String
    package var value: String
    /// Fact numbers of the seeds, such as `F26`.
    package var sources: [String]

    package init(path: String, value: String, sources: [String]) {
      self.path = path
      self.value = value
      self.sources = sources
    }
  }

  /// One line of what reproduces the result, such as `seed` and `1`.
  package struct ManifestLine: Sendable, Equatable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
