import Foundation
import Testing

/// The limits that SECURITY.md names for services that check scenarios of other people, each by the
/// program itself.
@Suite("Files of strangers")
struct HostileFileTests {
  private static let scenario = Program.package.appending(path: "scenarios/split-the-pie.jsonc")

  /// What `detente check` says of a file.
  private func check(_ text: String, _ options: String..., in place: Workplace) throws -> Program.Outcome {
    try text.write(to: place.url.appending(path: "s.jsonc"), atomically: true, encoding: .utf8)
    return try place.program.run(["check", "s.jsonc"] + options)
  }

  @Test("more than 16 MiB is not read, and of a device nothing")
  func size() throws {
    try Workplace.use { place in
      let whole = try String(contentsOf: HostileFileTests.scenario, encoding: .utf8)
      let most = 16 << 20
      let full = whole + String(repeating: " ", count: most - whole.utf8.count)
      #expect(try check(full, in: place).status == 0)
      let outcome = try check(full + " ", in: place)
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("at most \(most)"))
      #expect(try place.program.run("check", "/dev/zero").status == 66)
    }
  }

  @Test("a hundred levels are read and no more")
  func depth() throws {
    try Workplace.use { place in
      func nested(_ levels: Int) throws -> String {
        let lists = levels - 1
        return try check(
          "{\"x\": \(String(repeating: "[", count: lists))\(String(repeating: "]", count: lists))}", in: place
        ).errors
      }
      let most = try nested(100)
      #expect(!most.contains("levels deep"))
      for levels in [101, 1_000_000] {
        let errors = try nested(levels)
        #expect(errors.contains("nested more than 100 levels deep"), "\(levels) levels")
      }
    }
  }

  @Test("32 files may extend one another, and none that lies outside the directory is looked at")
  func extends() throws {
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: HostileFileTests.scenario, to: place.url.appending(path: "0.jsonc"))
      for number in 1...32 {
        try "{\"extends\": \"\(number - 1).jsonc\"}".write(
          to: place.url.appending(path: "\(number).jsonc"), atomically: true, encoding: .utf8)
      }
      #expect(try place.program.run("check", "31.jsonc").status == 0)
      let long = try place.program.run("check", "32.jsonc")
      #expect(long.status == 65)
      #expect(long.errors.contains("more than 32 files extend one another"))
      // A file that is there and one that is not are told alike.
      let paths = ["../outside.jsonc", "/etc/passwd", "/nowhere/at/all", "link.jsonc"]
      try FileManager.default.createSymbolicLink(
        atPath: place.url.appending(path: "link.jsonc").path, withDestinationPath: "/etc/passwd")
      for path in paths {
        let outcome = try check("{\"extends\": \"\(path)\"}", "--no-extends-outside", in: place)
        #expect(outcome.status == 65, "\(path)")
        #expect(outcome.errors.contains("it lies outside the directory of the scenario"), "\(path)")
        #expect(!outcome.errors.contains("root:"))
      }
      let quoted = try check("{\"extends\": \"/etc/passwd\"}", in: place)
      #expect(quoted.status == 65)
      #expect(!quoted.errors.contains("root:"))
    }
  }

  @Test("at most a hundred faults are told, and a long line is quoted in part")
  func faults() throws {
    try Workplace.use { place in
      let keys = (0..<5_000).map { "\"unknown\($0)\": 1" }
      let many = try check("{\(keys.joined(separator: ",\n"))}", in: place)
      #expect(many.status == 65)
      #expect(many.errors.matches(of: #/: error: /#).count <= 100)
      #expect(many.errors.utf8.count < 100_000)
      let one = try check("{\(keys.joined(separator: ", "))}", in: place)
      #expect(one.errors.utf8.count < 100_000)
      #expect(one.errors.matches(of: #/: error: /#).count >= 50)
    }
  }

  @Test("control characters of names and labels are never written as such")
  func control() throws {
    try Workplace.use { place in
      let whole = try String(contentsOf: HostileFileTests.scenario, encoding: .utf8)
      let named = whole.replacing(/"name": .*/) { _ in "\"name\": \"a\\u001b[2Jb\\u202e\"," }
      try #require(named != whole)
      try named.write(to: place.url.appending(path: "n.jsonc"), atomically: true, encoding: .utf8)
      let texts = [
        try check("{\"\u{1B}]0;x\u{7}\": 1}", in: place).errors,
        try place.program.run("check", "n.jsonc").output,
        try place.program.run("run", "n.jsonc", "--runs", "20", "--out", "r").output,
        try place.text(of: "r/report.html"),
      ]
      for text in texts {
        #expect(!text.isEmpty)
        #expect(!text.unicodeScalars.contains { "\u{1B}\u{7}\u{202E}".unicodeScalars.contains($0) })
      }
    }
  }

  @Test("the line that SECURITY.md proposes accepts a good scenario, and every suite that it names is there")
  func document() throws {
    let text = try String(contentsOf: Program.package.appending(path: "SECURITY.md"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    let limits = try #require(lines.first { $0.hasPrefix("ulimit ") })
    let line = try #require(lines.first { $0.hasPrefix("timeout ") })
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: HostileFileTests.scenario, to: place.url.appending(path: "stranger.jsonc"))
      let set = try place.program.shell("\(limits) && ulimit -v && ulimit -f && ulimit -n")
      #expect(set.output == "2000000\n100000\n64\n", "\(set.errors)")
      if Program.canBeLimited {
        let outcome = try place.program.shell(
          "\(limits); \(line.replacing("detente check", with: "\"$detente\" check"))")
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
    }
    let files = FileManager.default.enumerator(atPath: Program.package.appending(path: "Tests").path)
    let names = Set((files?.allObjects as? [String] ?? []).compactMap { $0.split(separator: "/").last })
    let suites = text.matches(of: /`([A-Za-z]+Tests)`/).map { "\($0.output.1).swift" }
    #expect(suites.count >= 10)
    for suite in suites { #expect(names.contains(Substring(suite)), "\(suite)") }
  }
}
