import Results
import Tables

extension ResultVerification {
  /// Holds every file that the manifest lists against its size and digest, and looks for files that
  /// have the names of a result and are not listed.
  ///
  /// - Returns: the check, and the names of files that are somebody else's, sorted.
  package func files() -> (check: VerificationCheck, foreign: [String]) {
    guard let outputs = manifest?.outputs else {
      return (
        VerificationCheck(
          .files, "the manifest does not list them",
          faults: manifest == nil
            ? []
            : [
              VerificationFault(
                ResultDirectory.manifestName, expected: "the list \"outputs\" of the files",
                found: "none, as in results of version 0.1.0")
            ], isSkipped: manifest == nil), []
      )
    }
    var faults: [VerificationFault] = []
    for output in outputs {
      if let fault = fault(in: output) { faults.append(fault) }
    }
    let listed = Set(outputs.map(\.name))
    var foreign: [String] = []
    do {
      for name in try FileSystem.current.names(in: path).sorted()
      where !name.hasPrefix(".") && !listed.contains(name) && name != ResultDirectory.manifestName {
        // What a simulation that was stopped goes on from, beside the tables of its part.
        if manifest?.isComplete == false, name == ResultDirectory.studyJournalName { continue }
        if ResultDirectory.isNameOfResult(name) {
          faults.append(
            VerificationFault(name, expected: "no such file: the manifest does not list it", found: "one"))
        } else {
          foreign.append(name)
        }
      }
    } catch {
      faults.append(VerificationFault(path, expected: "a directory that can be read", found: error.reason))
    }
    let good = outputs.count - Set(faults.map(\.file)).intersection(listed).count
    return (
      VerificationCheck(
        .files, "\(good) of \(outputs.count) are there with their sizes and SHA-256", faults: faults), foreign
    )
  }

  private func fault(in output: OutputFile) -> VerificationFault? {
    do {
      let files = FileSystem.current
      let file = "\(path)/\(output.name)"
      guard let status = try files.status(of: file) else {
        return VerificationFault(output.name, expected: "a file of \(output.bytes) bytes", found: "none")
      }
      guard status.kind == .file else {
        return VerificationFault(output.name, expected: "a file", found: "something else")
      }
      guard status.size == output.bytes else {
        return VerificationFault(
          output.name, expected: "\(output.bytes) bytes", found: "\(status.size)")
      }
      let digest = try files.digest(of: file) ?? ""
      guard digest == output.sha256 else {
        return VerificationFault(output.name, expected: "SHA-256 \(output.sha256)", found: digest)
      }
      return nil
    } catch {
      return VerificationFault(output.name, expected: "a file that can be read", found: error.reason)
    }
  }
}
