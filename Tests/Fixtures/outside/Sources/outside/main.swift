// What the README's section "As a library" and the articles promise to a reader outside the
// package.
import Bargaining
import Experiments
import Randomness
import Reports
import Scenarios
import Simulation
import Tables

/// The tactic of the article "Writing a tactic".
struct SplitTheDifference: BiddingTactic {
  var patience: Double

  func aspiration(_ view: BiddingView) -> Double {
    guard view.time >= patience else { return view.best }
    var offered = view.reservation
    for back in 0..<view.received.count { offered = max(offered, view.received[back] ?? offered) }
    return (view.best + offered) / 2
  }
}

func check(_ holds: Bool, _ what: String) throws {
  struct Broken: Error { let what: String }
  if !holds { throw Broken(what: what) }
}

// The pie of the README.
var pie = try Scenario(
  "split-the-pie", rounds: 20, issues: [Issue("share", from: 0, through: 100, unit: "%")])
try pie.addParty("first", stakes: ["share": .increasing], reservation: .uniform(low: 0.3, high: 0.7))
try pie.addParty("second", stakes: ["share": .decreasing], reservation: .uniform(low: 0.3, high: 0.7))
let outcomes = try Ensemble(pie, plan: SimulationPlan(runs: 1_000, seed: 1)).run()

// A name that was not to be had while the module had a type of its own name.
let agreed = Simulation.WilsonInterval(count: outcomes.agreements, total: outcomes.runs)
try check(agreed.low < 0.5 && agreed.high > 0.2, "half of all pies can be shared")
let tables: [Table] = try outcomes.tables()
try check(tables.contains { $0.text(.csv).hasPrefix("ending,count,share") }, "a table of endings")

// Numbers by path, and what is said of one that there is not.
try pie.set("parties.first.willingness", to: 0.4)
try check(pie["parties.first.willingness"]?.distribution == 0.4, "a number is found")
do {
  try pie.set("parties.first.wilingness", to: 0.4)
  try check(false, "a misspelt path is refused")
} catch let fault as ScenarioEditFault {
  try check(fault.description.contains("parties.first.willingness"), "the nearest path is named")
}

// One run, a tactic of one's own, and its story.
pie.parties[0].tactic = .custom(SplitTheDifference(patience: 0.5))
let negotiation = try Negotiation(pie)
negotiation.run(7, seed: 1)
try check((0..<20).contains(negotiation.record.round), "a run ends in a round")
let story = Telling(TracedRun(7, seed: 1, in: negotiation), of: pie, language: .arabic).text
try check(!story.isEmpty, "a run can be told")
try check(HTMLReport(ReportContent(outcomes)).html.contains("<svg"), "a page has pictures")

// A file, its faults, and a setting.
let text = #"{"rounds": 5, "issues": {}, "parties": {}}"#
do {
  _ = try ScenarioReader.read(text: text, name: "empty.jsonc")
  try check(false, "a faulty file is refused")
} catch let fault as ScenarioFault {
  try check(fault.diagnostics.hasErrors, "all faults are told")
}

// A design, and what a box of it has in common.
let points = try LatinHypercube(dimensions: 2, count: 64, seed: 1).rows()
try check(points.count == 64, "a row per point")
var stream = RandomStream(seed: 1, run: 0, stream: StreamID("outside"))
try check((0..<1).contains(stream.uniform()), "a draw lies in [0, 1)")
print("outside: done")
