import Foundation
import Scenarios
import Simulation
import Tables
let path = CommandLine.arguments[1]
let runs = Int(CommandLine.arguments[2]) ?? 1000
let threads = Int(CommandLine.arguments[3]) ?? 2
do {
  let r = try ScenarioReader.read(path: path)
  let t = Date()
  let d = try Simulation(r.scenario, plan: SimulationPlan(runs: runs, threads: threads)).run()
  let s = Date().timeIntervalSince(t)
  for t in try d.tables() where !["rounds","packages"].contains(t.name) { print(t.name); print(t.plainText()) }
  FileHandle.standardError.write(Data("\(d.survival.medianRound ?? -1) rounds/s \(Double(d.roundsSat)/s) seconds \(s) \(d.suspensions) \(d.resumptions) \(d.roundsSuspended) \(d.zones)\n".utf8))
} catch { print(error) }
