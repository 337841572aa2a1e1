import Foundation

StandardStream.prepare()
let tool = CommandLineTool(console: Console(environment: ProcessInfo.processInfo.environment))
exit(tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
