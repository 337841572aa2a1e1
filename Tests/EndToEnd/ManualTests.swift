import Testing

@Suite("The manual page") struct ManualTests {
  @Test("every command, option and example of the help is in it, and man reads it without a complaint")
  func complete() throws {
    let page = try Program().run("man")
    #expect(page.status == 0)
    #expect(page.output.hasPrefix(".TH DETENTE 1 "))
    var options = 0
    for command in HelpTests.commands {
      #expect(page.output.contains(".SS \"detente \(command)\""))
      for option in try Program().run("help", command).output.matches(of: /(?m)^  (?:-\w, )?(--[a-z-]+)/) {
        #expect(page.output.contains(option.1.replacing("-", with: "\\-")))
        options += 1
      }
    }
    #expect(options >= 150)
    guard try Program().shell("command -v man").status == 0 else { return }
    let read = try Program().shell("\"$detente\" man | MANWIDTH=100 man --warnings -l - 2>&1 >/dev/null")
    #expect(read.output == "", "\(read.output)")
  }

  @Test("--paths names every number of a scenario, each of which --set takes")
  func paths() throws {
    let scenario = "scenarios/split-the-pie.jsonc"
    let paths = try Program().run("completions", "--paths", scenario).output.split(separator: "\n")
    #expect(paths.contains("parties.first.reservation"))
    #expect(paths.count > 20)
    for path in paths where path.hasPrefix("parties.first.") {
      let set = try Program().run("check", scenario, "--set", "\(path)=0.5", "-q")
      // Such as a red line's clause may not be 0.5; but the path is known.
      #expect(!set.errors.contains("there is no"), "\(path): \(set.errors)")
    }
    #expect(try Program().run("completions", "--paths", "nothing.jsonc").status == 66)
    #expect(try Program().run("completions", "bash", "--paths", scenario).status == 2)
    #expect(try Program().run("completions").status == 2)
  }
}
