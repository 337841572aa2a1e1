import Foundation
import Testing

@Suite("detente verify")
struct VerifyTests {
  /// A line of each command that leaves a result, here in `r`.
  static let commands = [
    "run pie.jsonc --runs 300 --keep-runs --set rounds=8 -o r",
    "sensitivity pie.jsonc --method morris --samples 3 --runs 8 -o r",
    "levers pie.jsonc --lever parties.first.willingness=0.4..0.9 --runs 20 --target 0.9 -o r",
    "compare pie.jsonc --set parties.first.willingness=0.5 --runs 200 -o r",
    "sweep pie.jsonc --vary parties.first.willingness=0.5,0.75,1 --vary rounds=5,10 --runs 200 -o r",
    "sweep pie.jsonc --vary rounds=5,10,15 --runs 100 --shard 1/2 -o a && $detente sweep pie.jsonc --vary rounds=5,10,15 --runs 100 --shard 2/2 -o b"
      + " && $detente merge a b -q -o r",
    "answers pie.jsonc --runs 300 --each 40 -o r",
    "formula pie.jsonc --draws 300 --set parties.first.reservation=0.4 -o r",
    "given pie.jsonc --history history.jsonc --runs 400 --set parties.first.reservation=0.4 -o r",
  ]

  /// Calls `body` with a place in which the result of a command is in `r`; the scenario file has
  /// been changed since.
  static func with(_ command: String, _ body: (Workplace, Forgery) throws -> Void) throws {
    try Workplace.use { place in
      let pie = try String(
        contentsOf: Program.package.appending(path: "scenarios/split-the-pie.jsonc"), encoding: .utf8)
      try place.write(pie, to: "pie.jsonc")
      try place.write(
        #"{"observations": [{"until": 1, "agreement": false, "reliability": 0.8}]}"#, to: "history.jsonc")
      let made = try place.program.shell("$detente \(command) -q")
      #expect(made.status == 0, "\(made.errors)")
      try place.write("{}", to: "pie.jsonc")
      try body(place, Forgery(place: place, result: "r"))
    }
  }

  /// What verify prints must name a file among the faults.
  static func expectFault(
    _ outcome: Program.Outcome, in file: String, _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      outcome.status == 1, "\(what): \(outcome.output)\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.output.contains("  FAULT \(file)"), "\(what): \(outcome.output)", sourceLocation: sourceLocation
    )
  }

  @Test(
    "an untouched result of every command is whole and right, though its scenario file is another now",
    arguments: commands)
  func untouched(command: String) throws {
    try Self.with(command) { place, _ in
      let outcome = try place.program.run("verify", "r", "-q")
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.errors == "")
      #expect(outcome.output.hasSuffix("r is whole and right.\n"))
      #expect(!outcome.output.contains("not done") && !outcome.output.contains("not looked into"))
    }
  }

  @Test(
    "a changed, missing, doubled, swapped or cut file of every command's result is found and named",
    arguments: commands)
  func changedFiles(command: String) throws {
    try Self.with(command) { place, forgery in
      let files = place.names(in: "r").filter { $0 != "manifest.json" }
      #expect(files.contains { $0.hasSuffix(".csv") })
      for file in files {
        let url = place.url.appending(path: "r/\(file)")
        let whole = try Data(contentsOf: url)
        var changes: [(String, Data?)] = [
          ("missing", nil), ("cut", whole.dropLast(1)), ("empty", Data()), ("longer", whole + Data("x".utf8)),
          ("with CRLF", Data(String(decoding: whole, as: UTF8.self).replacing("\n", with: "\r\n").utf8)),
        ]
        if let digit = whole.lastIndex(where: { (0x30...0x39).contains($0) }) {
          var other = whole
          other[digit] ^= 1
          changes.append(("with another digit", other))
        }
        if let (_, other) = try files.map({ ($0, try Data(contentsOf: place.url.appending(path: "r/\($0)"))) }
        )
        .first(where: { $0.0 != file && $0.1 != whole }) {
          changes.append(("swapped", other))
        }
        for (what, content) in changes where content != whole {
          if let content { try content.write(to: url) } else { try FileManager.default.removeItem(at: url) }
          Self.expectFault(try place.program.run("verify", "r", "--rows", "0"), in: file, "\(file) \(what)")
        }
        try whole.write(to: url)
      }
      let again = try place.program.run("verify", "r", "--rows", "0")
      #expect(again.status == 0 && again.output.hasSuffix("r is whole.\n"))
    }
  }

  @Test(
    "a table with rows removed, doubled or in another order, or another heading, is found even when its digest was made to agree",
    arguments: commands)
  func coveredUpRows(command: String) throws {
    try Self.with(command) { place, forgery in
      let tables = place.names(in: "r").filter { $0.hasSuffix(".csv") }
      #expect(!tables.isEmpty)
      for table in tables {
        let whole = try place.text(of: "r/\(table)")
        let manifest = try place.text(of: "r/manifest.json")
        let rows = whole.count { $0 == "\n" } - 1
        var changes: [(String, (inout [String]) -> Void)] = [
          ("heading", { $0[0] = $0[0].replacing(/^[a-z]+/, with: "other") })
        ]
        // The number of packages, conditions, changes and texts is not known before they are found.
        let isOpen = [
          "packages.csv", "conditions.csv", "lever_set.csv", "changed.csv", "formula.csv", "frontier.csv",
          "refusals.csv", "folder.csv", "questions.csv", "resumption.csv", "posterior.csv",
          "ending_times.csv", "convergence.csv",
          "utility_space.csv",
          "amendments.csv", "carrots.csv", "interim.csv",
        ].contains(table)
        if rows > 0, !isOpen { changes.append(("removed", { $0.removeLast() })) }
        if rows > 0 { changes.append(("doubled", { $0.insert($0[1], at: 1) })) }
        if rows > 1, !isOpen || table == "packages.csv" { changes.append(("reordered", { $0.swapAt(1, 2) })) }
        for (what, change) in changes {
          try forgery.editLines(table, isCoveredUp: true, change)
          let outcome = try place.program.run("verify", "r", "--rows", "0")
          Self.expectFault(outcome, in: table, "\(table) \(what)")
          try place.write(whole, to: "r/\(table)")
          try place.write(manifest, to: "r/manifest.json")
        }
      }
    }
  }

  @Test(
    "a digit changed in any table is found by simulating again when its digest was made to agree",
    arguments: commands)
  func coveredUpDigits(command: String) throws {
    try Self.with(command) { place, forgery in
      var changed = 0
      for table in place.names(in: "r") where table.hasSuffix(".csv") && table != "timing.csv" {
        let (whole, manifest) = (try place.text(of: "r/\(table)"), try place.text(of: "r/manifest.json"))
        guard let last = whole.split(separator: "\n").dropFirst().last, last.contains(where: \.isNumber)
        else {
          continue
        }
        try forgery.editLines(table, isCoveredUp: true) { lines in
          var characters = Array(lines.removeLast())
          if let digit = characters.lastIndex(where: \.isNumber) {
            characters[digit] = characters[digit] == "1" ? "2" : "1"
          }
          lines.append(String(characters))
        }
        Self.expectFault(try place.program.run("verify", "r", "-q"), in: table, table)
        try place.write(whole, to: "r/\(table)")
        try place.write(manifest, to: "r/manifest.json")
        changed += 1
      }
      #expect(changed >= 1)
    }
  }

  @Test(
    "another seed, number of runs, scenario text or command line in the manifest is found, sealed again or not",
    arguments: commands)
  func changedManifest(command: String) throws {
    try Self.with(command) { place, forgery in
      let manifest = try place.text(of: "r/manifest.json")
      func member(_ pattern: String, _ replacement: String) -> (String) throws -> String {
        { try $0.replacing(Regex("\n  " + pattern), with: "\n  " + replacement, maxReplacements: 1) }
      }
      let changes: [(String, (String) throws -> String)] = [
        ("seed", member("\"seed\": [0-9]+", "\"seed\": 77")),
        ("runs", member("\"runs\": [0-9]+", "\"runs\": 3")),
        ("runs_planned", member("\"runs_planned\": [0-9]+", "\"runs_planned\": 9999")),
        ("complete", member("\"complete\": true", "\"complete\": false")),
        ("scenario", member("\"scenario\": \"[^\"]*\"", "\"scenario\": \"other\"")),
        ("set", member("\"set\": \\{[^}]*\\}", "\"set\": {\"rounds\": \"99\"}")),
        ("precision", member("\"precision\": null", "\"precision\": 0.1")),
        ("command", member("\"command\": \"[a-z]+\"", "\"command\": \"check\"")),
        ("files", { $0.replacing("\"text\": \"", with: "\"text\": \" ", maxReplacements: 1) }),
      ]
      for (what, change) in changes {
        for isCoveredUp in [false, true] {
          try forgery.edit("manifest.json", isCoveredUp: isCoveredUp) { text in
            let other = try change(text)
            #expect(other != text, "\(what)")
            return other
          }
          let outcome = try place.program.run("verify", "r", "--rows", "0")
          Self.expectFault(outcome, in: "manifest.json", "\(what), covered up: \(isCoveredUp)")
          #expect(!outcome.output.contains("a damaged one"), "\(what) is understood")
          try place.write(manifest, to: "r/manifest.json")
        }
      }
    }
  }

  @Test(
    "another scenario text is found by simulating again though its digest and the plan agree with it",
    arguments: commands)
  func changedText(command: String) throws {
    try Self.with(command) { place, forgery in
      for file in ["manifest.json", "plan.json"] where place.names(in: "r").contains(file) {
        try forgery.edit(file) { text in
          let other = text.replacing("[0.3, 0.7]", with: "[0.3, 0.6]")
          #expect(other != text)
          let old = try #require(text.firstMatch(of: /"sha256": "([0-9a-f]{64})",\s+"text"/)?.1)
          // The text as the scenario file had it.
          let pie = try String(
            contentsOf: Program.package.appending(path: "scenarios/split-the-pie.jsonc"), encoding: .utf8)
          try place.write(pie.replacing("[0.3, 0.7]", with: "[0.3, 0.6]"), to: "text")
          return other.replacing(String(old), with: try forgery.digest(of: "text"))
        }
      }
      if place.names(in: "r").contains("plan.json") { try forgery.list("plan.json") }
      try forgery.seal()
      let quick = try place.program.run("verify", "r", "--rows", "0")
      #expect(quick.status == 0, "\(quick.output)")
      let outcome = try place.program.run("verify", "r", "-q")
      #expect(outcome.status == 1 && outcome.output.contains("  FAULT "), "\(outcome.output)")
    }
  }

  @Test("every byte of every file counts: any one changed at random is found", arguments: commands)
  func anyByte(command: String) throws {
    try Self.with(command) { place, _ in
      var seed = UInt64.random(in: 0 ... .max)
      let start = seed
      func below(_ bound: Int) -> Int {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((seed >> 33) % UInt64(bound))
      }
      let files = place.names(in: "r")
      for _ in 0..<60 {
        let file = files[below(files.count)]
        let url = place.url.appending(path: "r/\(file)")
        let whole = try Data(contentsOf: url)
        guard !whole.isEmpty else { continue }
        var other = whole
        let (byte, bit) = (below(whole.count), below(8))
        other[byte] ^= 1 << UInt8(bit)
        try other.write(to: url)
        let outcome = try place.program.run("verify", "r", "--rows", "0")
        #expect(
          outcome.status == 1 && outcome.output.contains("  FAULT \(file)"),
          "seed \(start): bit \(bit) of byte \(byte) of \(file): \(outcome)")
        try whole.write(to: url)
      }
    }
  }

  @Test("a table that the manifest does not list is a fault, somebody's own file is not")
  func unlisted() throws {
    try Self.with(Self.commands[0]) { place, _ in
      try place.write("mine", to: "r/notes.txt")
      let outcome = try place.program.run("verify", "r", "--rows", "0")
      #expect(outcome.status == 0 && outcome.output.contains("Not of this result: notes.txt.\n"))
      try place.write("point\n1\n", to: "r/sweep.csv")
      let bad = try place.program.run("verify", "r", "--rows", "0")
      Self.expectFault(bad, in: "sweep.csv", "not listed")
    }
  }

  @Test("rows of runs.csv are simulated again one by one, and it is said that nothing else was")
  func runRows() throws {
    try Self.with(Self.commands[0]) { place, forgery in
      let outcome = try place.program.run("verify", "r", "--rows", "4", "-q")
      #expect(outcome.status == 0)
      let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        words.contains(
          "6 of 6 rows of runs.csv are the same, byte for byte; 294 rows, the other tables, the pictures and the report were not made again"
        ))
      #expect(outcome.output.hasSuffix("r is whole, and right where it was simulated again.\n"))
      // The first and the last row are always among them.
      for row in [1, 300] {
        let (whole, manifest) = (try place.text(of: "r/runs.csv"), try place.text(of: "r/manifest.json"))
        try forgery.editLines("runs.csv", isCoveredUp: true) { lines in
          var fields = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          fields[2] += "1"
          lines[row] = fields.joined(separator: ",")
        }
        let bad = try place.program.run("verify", "r", "--rows", "1", "-q")
        Self.expectFault(bad, in: "runs.csv, row \(row)", "row \(row)")
        try place.write(whole, to: "r/runs.csv")
        try place.write(manifest, to: "r/manifest.json")
      }
    }
  }

  @Test(
    "of a result of another version all is checked but what is simulated, and the status says so",
    arguments: commands)
  func otherVersion(command: String) throws {
    try Self.with(command) { place, forgery in
      for file in ["plan.json", "manifest.json"] where place.names(in: "r").contains(file) {
        try forgery.edit(file) {
          $0.replacing(/^\{\n  "version": "[^"]+"/, with: "{\n  \"version\": \"0.0.9\"", maxReplacements: 1)
        }
        if file == "plan.json" { try forgery.list(file) }
      }
      try forgery.seal()
      let outcome = try place.program.run("verify", "r")
      #expect(outcome.status == 69, "\(outcome.output)")
      #expect(outcome.output.contains("not done: the result is of version 0.0.9"))
      #expect(outcome.output.hasSuffix("r is whole; only version 0.0.9 can tell whether it is right.\n"))
      #expect(try place.program.run("verify", "r", "--rows", "0").status == 0)
      let table = try #require(place.names(in: "r").first { $0.hasSuffix(".csv") })
      try forgery.edit(table) { $0 + "\n" }
      Self.expectFault(try place.program.run("verify", "r"), in: table, "still held against its digest")
    }
  }

  @Test(
    "a run that was stopped, or that reached its precision, and a sweep some of whose points failed are right as they are"
  )
  func partial() throws {
    try Self.with("run pie.jsonc --runs 100000 --precision 0.02 -o r") { place, _ in
      #expect(try place.text(of: "r/manifest.json").contains("\"runs\": 8192,"))
      let outcome = try place.program.run("verify", "r", "-q")
      #expect(outcome.status == 0, "\(outcome.output)")
    }
    try Self.with(
      "sweep pie.jsonc --vary issues.share.range.to=100,400 --vary issues.share.range.step=2,1 --runs 50 -o r || [ $? = 3 ]; true"
    ) { place, _ in
      let outcome = try place.program.run("verify", "r", "-q")
      #expect(outcome.status == 0, "\(outcome.output)")
    }
  }

  @Test("verify says what it found as JSON, too")
  func json() throws {
    try Self.with(Self.commands[4]) { place, forgery in
      try forgery.editLines("sweep.csv") { $0.swapAt(1, 2) }
      let outcome = try place.program.run("verify", "r", "--format", "json")
      #expect(outcome.status == 1)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      #expect(object["schema"] as? String == "detente.verify/1" && object["status"] as? Int == 1)
      let checks = try #require(object["checks"] as? [[String: Any]])
      #expect(
        checks.compactMap { $0["check"] as? String } == ["files", "manifest", "plan", "tables", "simulation"])
      #expect(
        checks.compactMap { $0["state"] as? String } == ["failed", "passed", "passed", "failed", "passed"])
      let faults = try #require(checks[3]["faults"] as? [[String: Any]])
      #expect(faults.first?["file"] as? String == "sweep.csv" && faults.first?["row"] as? Int == 1)
      #expect((faults.first?["expected"] as? String)?.hasPrefix("1,") == true)
      #expect((faults.first?["found"] as? String)?.hasPrefix("2,") == true)
    }
  }

  @Test(
    "what is no result is refused: no directory, no manifest, somebody's own manifest, shards that were not merged"
  )
  func noResult() throws {
    try Workplace.use { place in
      #expect(try place.program.run("verify", "none").status == 66)
      try FileManager.default.createDirectory(
        at: place.url.appending(path: "d"), withIntermediateDirectories: false)
      #expect(try place.program.run("verify", "d").status == 66)
      try place.write("{\"name\": \"web app\"}", to: "d/manifest.json")
      let foreign = try place.program.run("verify", "d")
      #expect(
        foreign
          == Program.Outcome(
            status: 65, output: "", errors: "detente: d/manifest.json is not a manifest of this program\n"))
    }
    try Self.with(Self.commands[5]) { place, _ in
      let shard = try place.program.run("verify", "a")
      #expect(shard.status == 66 && shard.errors.contains("detente merge"))
    }
  }
}
