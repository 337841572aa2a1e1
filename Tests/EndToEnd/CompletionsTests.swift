import Foundation
import Testing

@Suite("Completions")
struct CompletionsTests {
  @Test(
    "each shell that is installed reads its script without a complaint", arguments: ["bash", "zsh", "fish"])
  func syntax(shell: String) throws {
    let isInstalled = try Program().shell("command -v \(shell)").status == 0
    guard isInstalled else { return }
    let outcome = try Program().shell("\"$detente\" completions \(shell) | \(shell) -n")
    #expect(outcome == Program.Outcome(status: 0, output: "", errors: ""))
  }

  @Test(
    "bash completes commands, options, and the values of options",
    arguments: [
      ("detente sw", "sweep"),
      ("detente run x.jsonc --prec", "--precision"),
      ("detente run x.jsonc --format j", "json"),
      ("detente export r --format l", "latex"),
      ("detente help ben", "bench"),
      ("detente help tab", "tables"),
      ("detente export r --table settl", "settlements"),
      ("detente run x.jsonc --color al", "always"),
    ])
  func bash(line: String, completed: String) throws {
    guard try Program().shell("command -v bash").status == 0 else { return }
    let words = line.split(separator: " ")
    let script = """
      source <("$detente" completions bash)
      COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _detente; echo "${COMPREPLY[@]}"
      """
    let outcome = try Program(environment: ["script": script]).shell("bash -c \"$script\"")
    #expect(outcome == Program.Outcome(status: 0, output: completed + "\n", errors: ""))
  }

  @Test("bash completes the paths of the scenario on the line after --set and --vary")
  func paths() throws {
    guard try Program().shell("command -v bash").status == 0 else { return }
    for line in ["run scenarios/logroll.jsonc --set", "sweep scenarios/logroll.jsonc --vary"] {
      let script = """
        source <("$detente" completions bash)
        COMP_WORDS=("$detente" \(line) parties.farmers.will); COMP_CWORD=4; _detente; echo "${COMPREPLY[@]}"
        """
      let outcome = try Program(environment: ["script": script]).shell("bash -c \"$script\" 2>/dev/null")
      #expect(outcome.output == "parties.farmers.willingness=\n")
    }
  }

  @Test(
    "every option that the help shows is in the script of every shell", arguments: ["bash", "zsh", "fish"])
  func complete(shell: String) throws {
    let script = try Program().run("completions", shell).output
    var options = 0
    for command in HelpTests.commands {
      let page = try Program().run("help", command).output
      for option in page.matches(of: /(?m)^  (?:-\w, )?--([a-z-]+)/) {
        #expect(script.contains(shell == "fish" ? "-l \(option.1)" : "--\(option.1)"))
        options += 1
      }
    }
    #expect(options >= 50)
  }
}
