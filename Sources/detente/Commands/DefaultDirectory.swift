import Experiments
import Results
import Tables

/// Where a result goes when the command line does not say: `results/NAME`, or a name that says what
/// was set, so that no variant takes the place of another: `results/paris-2025-rounds=80-seed=7`.
/// Where that is taken, the same with `-2`, `-3` and so on.
struct DefaultDirectory {
  /// Without a number at the end.
  let path: String

  /// The most numbers that are tried.
  private static let most = 10_000
  /// Names longer than this many characters are cut, and told apart by a digest.
  private static let longest = 96

  /// - Parameters:
  ///   - name: of the scenario, and of the command where it is not `run`.
  ///   - overrides: what is set in place of what the file says.
  ///   - seed: 1 is not worth a word.
  init(_ name: String, _ overrides: [ScenarioOverride] = [], seed: UInt64 = 1) {
    var parts = overrides.map { "\($0.path)=\($0.value)" }
    if seed != 1 { parts.append("seed=\(seed)") }
    let plain = parts.map { part in
      String(
        String.UnicodeScalarView(
          part.unicodeScalars.map { DefaultDirectory.isPlain($0) ? $0 : "_" }))
    }
    var whole = ([name] + plain).joined(separator: "-")
    // What was made plain, or cut, may be the same for two variants.
    if plain != parts || whole.count > DefaultDirectory.longest {
      let digest = SHA256.hex(of: Array(parts.joined(separator: "\u{0}").utf8)).prefix(8)
      whole = "\(whole.prefix(DefaultDirectory.longest))-\(digest)"
    }
    path = "results/\(whole)"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || "_-.=+".unicodeScalars.contains(scalar)
  }

  /// The path, and with numbers from 2 on.
  private var candidates: some Sequence<String> {
    (1...DefaultDirectory.most).lazy.map { $0 == 1 ? path : "\(path)-\($0)" }
  }

  /// What `claim` makes of the first directory that is free; with `isForced`, of the one without a
  /// number, whatever is in it.
  func first<Claimed>(isForced: Bool, _ claim: (String) throws -> Claimed) throws -> Claimed {
    guard !isForced else { return try claim(path) }
    for candidate in candidates {
      do {
        return try claim(candidate)
      } catch {
        guard DefaultDirectory.isTaken(error) else { throw error }
      }
    }
    return try claim(path)
  }

  /// The directory of a study: to go on, the last one in which a study was stopped; else the first
  /// one that is free, or has a study that was stopped, which is not passed over unseen.
  func path(goingOn: Bool, isForced: Bool) throws(ResultDirectoryFault) -> String {
    guard !isForced else { return path }
    var stopped: String?
    for candidate in candidates {
      if try StudyJournal.isThere(in: candidate) {
        stopped = candidate
        if !goingOn { return candidate }
      } else if try !ResultDirectory.isTaken(candidate) {
        return goingOn ? stopped ?? path : candidate
      }
    }
    return stopped ?? path
  }

  /// Whether somebody else has the place: a result, other files, or a command at work.
  private static func isTaken(_ error: any Error) -> Bool {
    switch error {
    case ResultDirectoryFault.occupied, ResultDirectoryFault.foreign, ResultDirectoryFault.inUse,
      ResultDirectoryFault.notADirectory, SweepFault.otherPlan, SweepFault.inUse, SweepFault.unreadablePlan,
      SweepFault.foreignJournal:
      true
    case SweepFault.directory(let fault): isTaken(fault)
    default: false
    }
  }
}

extension ResultOutput {
  /// Takes the directory that was given, else one that is free.
  init(_ given: String?, else place: DefaultDirectory, force: Bool) throws(CommandFailure) {
    if let given {
      try self.init(path: given, force: force)
      return
    }
    do {
      self.init(
        taken: try place.first(isForced: force) {
          try ResultDirectory(claiming: $0, for: force ? .replacing : .new)
        })
    } catch let fault as ResultDirectoryFault {
      throw ResultOutput.failure(fault)
    } catch {
      throw CommandFailure(.defect, "\(error)")
    }
  }
}
