import Testing

@Suite("Help")
struct HelpTests {
  @Test("without a word the program prints short help with two examples and ends with 0")
  func overview() throws {
    let outcome = try Program().run()
    #expect(
      outcome.output == """
        detente simulates negotiations and shows how they may end.

          detente run scenarios/paris-2025.jsonc
              simulates the Paris talks 10,000 times and shows how often they end in
              which way

          detente sweep scenarios/paris-2025.jsonc --vary parties.hamas.willingness=0.2..0.9:8
              the same at eight values of one number, as a table

        Commands:
          new          begin a scenario of your own from a template
          run          simulate a scenario and show how its talks may end
          check        find the faults of scenario files, and whether any agreement is
                       possible
          trace        tell one run round by round: who offered what, who refused and
                       why
          sweep        simulate a scenario at many values of some of its numbers
          merge        join the shards of a run, a study or a sweep into one result
          verify       say whether a result is whole and right
          sensitivity  find which uncertain numbers decide the result
          levers       find what would break the deadlock
          formula      find the texts that all could accept most often
          given        go on from what has happened so far
          answers      answer the questions that a reader asks, on one page
          compare      simulate scenarios on the same random numbers and show what
                       differs
          score        say how good a forecast was, now that one knows
          report       make the page of a result again, in another language or theme
          plot         draw one table of a result as a picture
          export       turn the tables of a result into other formats
          evidence     check this program against closed forms, papers and other
                       programs
          bench        measure how many rounds per second this machine simulates
          doctor       say what a report of a defect needs
          completions  print completions for bash, zsh or fish
          man          print the manual page

        "detente help COMMAND" tells more about one of them, "detente --version" the
        version.

        """)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test("help COMMAND, COMMAND --help and COMMAND -h print the same page", arguments: HelpTests.commands)
  func pages(command: String) throws {
    let page = try Program().run("help", command)
    #expect(page.status == 0)
    #expect(page.output.hasPrefix("detente \(command): "))
    #expect(page.output.contains("Usage: detente \(command)"))
    #expect(try Program().run(command, "--help") == page)
    #expect(try Program().run(command, "-h") == page)
  }

  @Test(
    "the page in Markdown has every option and example of the help, and only of a command",
    arguments: HelpTests.commands)
  func markdown(command: String) throws {
    let page = try Program().run("help", command, "--format", "markdown")
    #expect(page.status == 0)
    #expect(page.output.hasPrefix("# detente \(command)\n"))
    let help = try Program(environment: ["COLUMNS": "100"]).run("help", command).output
    var options = 0
    for option in help.matches(of: /(?m)^  (?:-\w, )?(--[a-z-]+)/) {
      #expect(page.output.matches(of: /(?m)^\| `(?:-\w, )?(--[a-z-]+)/).contains { $0.1 == option.1 })
      options += 1
    }
    #expect(options >= 4)
    #expect(try Program().run("help", "--format", "markdown").status == 2)
    #expect(try Program().run("help", "tables", "--format", "markdown").status == 2)
  }

  @Test("--help is answered even when the rest of the line is not finished")
  func unfinished() throws {
    #expect(try Program().run("sweep", "--help", "--runs", "5").status == 0)
  }

  @Test(
    "no line of help is wider than a narrow terminal, words that cannot be broken aside",
    arguments: HelpTests.commands)
  func narrow(command: String) throws {
    let page = try Program(environment: ["COLUMNS": "40"]).run("help", command).output
    let lines = page.split(separator: "\n").filter { !$0.contains("detente ") && !$0.contains("--") }
    #expect(lines.allSatisfy { line in line.count <= 40 || !line.drop(while: { $0 == " " }).contains(" ") })
  }

  @Test("a wide terminal does not make lines too long to read")
  func wide() throws {
    let page = try Program(environment: ["COLUMNS": "400"]).run("help", "bench").output
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 100 })
  }

  @Test("--version prints name and identity, then revision, toolchain and build")
  func version() throws {
    let outcome = try Program().run("--version")
    #expect(
      outcome.output.wholeMatch(
        of:
          /detente \d+\.\d+\.\d+\+r(\d+)\.([0-9a-f]{8})\nrevision \1 of the results \(\2\); Swift \d+\.\d+.*, (debug|release) build for .+ on .+\n/
      ) != nil)
    #expect(outcome.status == 0)
  }

  static let commands = [
    "new", "run", "check", "trace", "sweep", "merge", "verify", "sensitivity", "levers", "formula", "given",
    "answers",
    "compare", "score",
    "export", "evidence", "bench", "doctor", "completions", "man",
  ]
}
