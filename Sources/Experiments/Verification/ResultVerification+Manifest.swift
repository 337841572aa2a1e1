import Results
import Tables

extension ResultVerification {
  /// Whether the manifest is whole, and agrees with itself.
  package func manifestCheck() -> VerificationCheck {
    var check = VerificationCheck(.manifest, "its seal and the SHA-256 of its scenario texts")
    let file = ResultDirectory.manifestName
    func expect(_ expected: String, _ found: String) {
      check.faults.append(VerificationFault(file, expected: expected, found: found))
    }
    switch ManifestSeal.state(of: bytes) {
    case .whole: break
    case .missing: expect("a seal as its last member", "none")
    case .broken(let stated, let found):
      expect("bytes of SHA-256 \(stated), as its seal says", "SHA-256 \(found): it was changed")
    }
    guard let manifest else {
      expect("a manifest that can be understood", "a damaged one")
      return check
    }
    for source in manifest.files where SHA256.hex(of: Array(source.text.utf8)) != source.sha256 {
      expect(
        "SHA-256 \(source.sha256) of the text of \(source.name)", SHA256.hex(of: Array(source.text.utf8)))
    }
    if manifest.files.isEmpty { expect("the texts of the scenario", "none") }
    let names = manifest.outputs?.map(\.name) ?? []
    if names != Set(names).sorted() { expect("\"outputs\" sorted by name, each once", "another order") }
    if manifest.runs < 0 || manifest.runs > manifest.runsPlanned {
      expect("\"runs\" of 0 to \(manifest.runsPlanned), as were planned", "\(manifest.runs)")
    }
    if manifest.isComplete, manifest.precision == nil, manifest.runs != manifest.runsPlanned {
      expect("\(manifest.runsPlanned) \"runs\" of a result that is complete", "\(manifest.runs)")
    }
    if !manifest.isComplete, manifest.points == nil, manifest.runs >= manifest.runsPlanned {
      expect("\"complete\": true, with all \(manifest.runsPlanned) runs", "false")
    }
    return check
  }
}
