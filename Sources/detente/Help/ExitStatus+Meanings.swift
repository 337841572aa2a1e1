extension ExitStatus {
  /// What each says to a script, in order.
  static let meanings: [(status: Int32, meaning: String)] = [
    (done, "done"), (failed, "the work failed"), (usage, "wrong usage"),
    (somePointsFailed, "done, but some points of a sweep failed"), (badScenario, "a faulty scenario file"),
    (noInput, "no such file or directory, or it cannot be read"),
    (otherVersion, "a result of another version, which alone could say whether it is right"),
    (defect, "a defect of the program"), (cannotCreate, "an output cannot be created, or is there already"),
    (cannotWrite, "writing failed half-way"),
    (stoppedEarly, "stopped early by a scheduler; the same line goes on"),
    (interrupted, "interrupted; the work so far is kept"),
  ].map { (status: ExitStatus, meaning: String) in (status.rawValue, meaning) }
}
