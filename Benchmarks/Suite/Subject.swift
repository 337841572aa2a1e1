import Bargaining
import Evidence
import Experiments
import Foundation
import Scenarios

/// What is timed: a built-in workload, or the Paris scenario.
struct Subject {
  let name: String
  let scenario: Scenario

  static let names = Workload.all.map(\.name) + [BuiltInScenario.name]

  init(named name: String) throws(Fault) {
    self.name = name
    if let workload = Workload.all.first(where: { $0.name == name }) {
      scenario = workload.scenario
    } else if name == BuiltInScenario.name {
      do { scenario = try ScenarioReader.read(text: BuiltInScenario.text, name: name).scenario } catch {
        throw Fault(reason: "the Paris scenario cannot be read: \(error)")
      }
    } else {
      throw Fault(
        reason: "unknown workload \(name); there are \(Subject.names.joined(separator: ", "))", isUsage: true)
    }
  }
}

/// Where things are.
enum Place {
  /// The top of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// What peers need is made here.
  static let peers = package.appending(path: ".build/peers")
  static let peerSources = package.appending(path: "Benchmarks/peers")
  /// The command-line program, built beside this one.
  static let detente = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "detente")
}
