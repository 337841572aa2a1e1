/// What the process tells the shell or the scheduler that started it.
///
/// Values from 64 on follow `sysexits.h` where it has one, so that a job script can tell what is
/// worth a retry.
package enum ExitStatus: Int32, Sendable, Comparable {
  /// Everything was done.
  case done = 0
  /// The work failed.
  case failed = 1
  /// The command line makes no sense.
  case usage = 2
  /// A sweep was finished, some of its points failed.
  case somePointsFailed = 3
  /// The scenario file is at fault.
  case badScenario = 65
  /// A file or directory that was named does not exist or cannot be read.
  case noInput = 66
  /// A result of another version of this program, which alone could say whether it is right.
  case otherVersion = 69
  /// A defect of this program.
  case defect = 70
  /// An output cannot be created, or is there already.
  case cannotCreate = 73
  /// Writing failed half-way.
  case cannotWrite = 74
  /// Stopped early by a scheduler; the same command goes on.
  case stoppedEarly = 75
  /// Ctrl-C; the work so far is kept.
  case interrupted = 130

  /// Of several, the greater is the more serious.
  package static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}
