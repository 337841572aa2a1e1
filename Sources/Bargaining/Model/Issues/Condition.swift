/// A set of options of one issue, up to 256 of them, as four machine words.
public struct OptionSelection: Sendable, Equatable {
  @usableFromInline var words: SIMD4<UInt64>

  /// The empty selection.
  public init() {
    words = SIMD4(repeating: 0)
  }

  /// The options whose indices are in `indices`; each must be in 0…255.
  public init(_ indices: some Sequence<Int>) {
    self.init()
    for index in indices { insert(index) }
  }

  /// Adds an option, 0…255; one that is in already changes nothing.
  public mutating func insert(_ option: Int) {
    words[option >> 6] |= 1 << UInt64(option & 63)
  }

  /// Whether an option, 0…255, is in the selection.
  @inlinable
  public func contains(_ option: Int) -> Bool {
    words[option >> 6] >> UInt64(option & 63) & 1 == 1
  }

  /// Whether no option is in the selection.
  public var isEmpty: Bool { words == SIMD4(repeating: 0) }
}

/// A conjunction of clauses, each of which holds when an issue's option is among a selection:
/// `{"exchange": "all_at_once", "ceasefire": ["none", "sixty_days"]}`.
public struct Condition: Sendable, Equatable {
  /// An issue and the options of which it must have one.
  public struct Clause: Sendable, Equatable {
    /// Index of the issue.
    public var issue: Int
    /// The options that meet the clause; with none it is never met.
    public var options: OptionSelection

    /// A clause on an issue, by its index in the scenario.
    public init(issue: Int, options: OptionSelection) {
      self.issue = issue
      self.options = options
    }
  }

  /// At least one clause; at most one clause per issue.
  public var clauses: [Clause]

  /// A conjunction of at least one clause.
  public init(_ clauses: [Clause]) {
    self.clauses = clauses
  }

  /// Whether the condition holds when issue k is settled at `options[k]`.
  public func holds(in options: some RandomAccessCollection<Int>) -> Bool {
    clauses.allSatisfy { clause in
      clause.options.contains(options[options.index(options.startIndex, offsetBy: clause.issue)])
    }
  }
}
