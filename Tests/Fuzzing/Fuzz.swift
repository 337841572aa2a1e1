import Bargaining
import Foundation
import Scenarios
import Simulation
import Tables

@testable import Experiments
@testable import Results

/// What libFuzzer calls with each input. Which reader gets it is said by the environment variable
/// READER; see the script `fuzz` beside this file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  reader(bytes)
  return 0
}

private let reader: @Sendable ([UInt8]) -> Void = {
  switch ProcessInfo.processInfo.environment["READER"] {
  case "json": readJSON
  case "sweep": readSweepFile
  case "plan": readPlan
  case "csv": readTable
  case "journal": readJournal
  case "manifest": readManifest
  default: readScenario
  }
}()

private func readJSON(_ bytes: [UInt8]) {
  var diagnostics = Diagnostics()
  let file = diagnostics.add(SourceText(name: "fuzz", bytes: bytes))
  let result = JSONParser.parse(file: file, &diagnostics)
  precondition(result.root != nil || diagnostics.hasErrors, "nothing was read, and nothing said")
  checkPlaces(diagnostics)
}

/// What the text extends is not looked for, so that no input opens a file.
private func readScenario(_ bytes: [UInt8]) {
  let document = ScenarioDocument.load(files: [SourceText(name: "fuzz", bytes: bytes)])
  do throws(ScenarioFault) {
    _ = try document.decode()
  } catch {
    checkPlaces(error.diagnostics)
  }
}

private func readSweepFile(_ bytes: [UInt8]) {
  do throws(ScenarioFault) {
    let file = try SweepFile(text: String(decoding: bytes, as: UTF8.self), name: "fuzz")
    _ = try? SweepDesign(
      axes: file.axes, ranges: file.ranges, sampling: file.sampling, seed: 1, variants: file.scenarios)
  } catch {
    checkPlaces(error.diagnostics)
  }
}

private func readPlan(_ bytes: [UInt8]) {
  guard let plan = try? SweepPlan(json: bytes) else { return }
  precondition((1...plan.shards).contains(1) && plan.design.count > 0)
  _ = try? Sweep(frozen: plan).reading(at: plan.design.count - 1)
}

private func readTable(_ bytes: [UInt8]) {
  for table in [try? Table(csv: bytes, name: "fuzz"), try? Table(tsv: bytes, name: "fuzz")] {
    guard let table else { continue }
    precondition(table.columns.allSatisfy { $0.count == table.rowCount })
    _ = table.text(.json)
  }
}

/// As bytes of a file, and as records whose frames are whole, which no input would hit upon.
private func readJournal(_ bytes: [UInt8]) {
  if let raw = Journal.parse(bytes, heading: heading) {
    precondition(raw.records.allSatisfy { !$0.isEmpty } && raw.tornBytes <= bytes.count)
  }
  write(bytes.split(separator: 0xFF).map(Array.init), to: "shard-1-of-1.journal")
  guard let state = try? SweepJournal.read(directory: folder, plan: sweep, shard: 1) else { return }
  _ = try? SweepResult(plan: sweep, state).table()
  for begun in state.begun.values {
    if let scenario, begun.tally.fits(scenario) { _ = begun.tally.medianRound }
  }
}

private func readManifest(_ bytes: [UInt8]) {
  guard let manifest = StoredManifest(bytes) else { return }
  for text in [manifest.points, manifest.pointsFailed] {
    let numbers = text.flatMap { ShardList.numbers(in: $0, upTo: 1_000) }
    precondition(numbers?.allSatisfy { (1...1_000).contains($0) } ?? true)
  }
}

// MARK: Parts

private func checkPlaces(_ diagnostics: Diagnostics) {
  for diagnostic in diagnostics.list() {
    precondition(diagnostic.line >= 1 && diagnostic.column >= 1, "a diagnostic without a place")
  }
  _ = diagnostics.rendered()
}

private let folder: String = {
  let path = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid())").path
  try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  return path
}()

private func write(_ records: [[UInt8]], to name: String) {
  var bytes = JournalFrame(of: nil).framed(heading)
  for record in records where !record.isEmpty { bytes += JournalFrame(of: heading).framed(record) }
  _ = FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(bytes))
}

/// A sweep of four points, whose journal is read.
private let sweep: SweepPlan = {
  let party = #""reservation": 0, "tactic": {"time": {"beta": 1}}"#
  let text = """
    {"rounds": 3, "issues": {"share": {"range": {"from": 0, "to": 4, "step": 1}}}, "parties": {
      "a": {"preferences": {"share": {"weight": 1, "shape": "increasing"}}, \(party)},
      "b": {"preferences": {"share": {"weight": 1, "shape": "decreasing"}}, \(party)}}}
    """
  guard let axis = try? SweepAxis(path: "rounds", values: ["1", "2", "3", "4"]),
    let design = try? SweepDesign(axes: [axis])
  else { preconditionFailure("the design of the fuzzed sweep is faulty") }
  return SweepPlan(scenarios: [.load(text: text, name: "pie.jsonc")], design: design, runs: 10)
}()

private let heading = SweepJournal.heading(sweep, 1)
private let scenario = try? Sweep(frozen: sweep).reading(at: 0).scenario
