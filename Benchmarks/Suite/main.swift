import Foundation

// The suite of benchmarks: see README.md beside this folder, or run it with --help.
do {
  let order = try Order(arguments: Array(CommandLine.arguments.dropFirst()))
  switch order.task {
  case .help: print(Order.help, terminator: "")
  case .workloads: exit(try WorkloadTask(order: order).run() ? 0 : 1)
  case .peers: try PeerTask(order: order).run()
  case .texts: try TextTask(order: order).run()
  case .growth: try GrowthTask(order: order).run()
  case .goals: exit(try GoalTask(order: order).run() ? 0 : 1)
  }
} catch {
  FileHandle.standardError.write(Data("benchmarks: \(error.reason)\n".utf8))
  exit(error.isUsage ? 2 : 1)
}
