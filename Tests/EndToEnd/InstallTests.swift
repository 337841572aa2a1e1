import Foundation
import Testing

@Suite("Installation")
struct InstallTests {
  private func install(_ place: Workplace, _ words: String) throws -> Program.Outcome {
    let script = Program.package.appending(path: ".ci/install").path
    return try place.program.shell("bash '\(script)' \(words) --prefix tree")
  }

  /// Every file under the prefix, in order.
  private func files(_ place: Workplace) throws -> [String] {
    try place.program.shell("cd tree && find . -type f | LC_ALL=C sort").output.split(separator: "\n")
      .map(String.init)
  }

  @Test(
    "program, manual page, completions and scenarios are installed, again over themselves, and taken away")
  func round() throws {
    try Workplace.use { place in
      let first = try install(place, "--program \"$detente\"")
      #expect(first.status == 0, "\(first.errors)")
      let installed = try files(place)
      for file in [
        "bin/detente", "share/man/man1/detente.1", "share/bash-completion/completions/detente",
        "share/zsh/site-functions/_detente", "share/fish/vendor_completions.d/detente.fish",
        "share/doc/detente/LICENSE", "share/detente/scenarios/scenario.schema.json",
      ] { #expect(installed.contains("./\(file)"), "\(file)") }
      let check = try place.program.shell(
        "tree/bin/detente check tree/share/detente/scenarios/paris-2025.jsonc -q")
      #expect(check.status == 0, "\(check.errors)")
      #expect(try install(place, "--program \"$detente\"").status == 0)
      #expect(try files(place) == installed)
      try "mine".write(to: place.url.appending(path: "tree/share/mine"), atomically: true, encoding: .utf8)
      #expect(try install(place, "--uninstall").status == 0)
      #expect(try files(place) == ["./share/mine"])
      #expect(try install(place, "--uninstall").status == 1)
    }
  }

  @Test("what is there and of no installation is not replaced, and nothing else is written then")
  func foreign() throws {
    try Workplace.use { place in
      _ = try place.program.shell("mkdir -p tree/bin && echo mine >tree/bin/detente")
      let outcome = try install(place, "--program \"$detente\"")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("bin/detente is there"))
      #expect(try files(place) == ["./bin/detente"])
      #expect(try place.text(of: "tree/bin/detente") == "mine\n")
    }
  }
}
