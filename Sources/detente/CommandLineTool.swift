import Experiments
import Reports
import Results
import Tables

/// The program: finds the command, lets it parse and work, and turns what went wrong into a line
/// and a status.
package struct CommandLineTool {
  let console: Console

  package init(console: Console) { self.console = console }

  /// Runs the program for the words after its name.
  package func run(_ words: [String]) -> ExitStatus {
    CommandLineTool(console: console.speaking(Tongue(of: words))).answer(words)
  }

  private func answer(_ words: [String]) -> ExitStatus {
    do {
      return try dispatch(words)
    } catch {
      if !error.message.isEmpty { console.say("detente: \(error.message)") }
      if !error.advice.isEmpty { console.say(error.advice) }
      return error.status
    }
  }

  private func dispatch(_ words: [String]) throws(CommandFailure) -> ExitStatus {
    guard let name = words.first else { return try overview() }
    switch name {
    case "--help", "-h": return try overview()
    case "--version", "-V":
      try console.print(BuildWords.text)
      return .done
    default: break
    }
    let command: any Command.Type
    do {
      command = try CommandList.command(named: name)
    } catch {
      throw CommandFailure(.usage, error.message, advice: "Try \"detente --help\".")
    }
    return try start(command, Array(words.dropFirst()))
  }

  private func overview() throws(CommandFailure) -> ExitStatus {
    let help = HelpText(width: console.width)
    try console.print(help.overview(of: CommandList.overview))
    return .done
  }

  private func start(_ type: any Command.Type, _ words: [String]) throws(CommandFailure) -> ExitStatus {
    let specification = type.specification
    let command: any Command
    var console = console
    do {
      let arguments = try ArgumentParser.parse(words, for: specification)
      if arguments.has(CommandSpecification.help) {
        try console.print(HelpText(width: console.width).page(of: specification))
        return .done
      }
      console = console.speaking(in: try Manner(arguments))
      command = try type.init(arguments)
    } catch let error as UsageError {
      throw CommandFailure(
        .usage, "\(specification.name): \(error.message)",
        advice: "Try \"detente \(specification.name) --help\".")
    } catch let error as CommandFailure {
      throw error
    } catch {
      throw CommandFailure(.defect, "\(error)")
    }
    guard !AddressSpace.isShort else {
      throw CommandFailure(
        .cannotCreate,
        "\(specification.name): the limit on memory (ulimit -v) leaves less than \(ByteCount.inWords(AddressSpace.least)) to work with"
      )
    }
    return try command.run(on: console)
  }
}
