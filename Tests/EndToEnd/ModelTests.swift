import Foundation
import Testing

/// Several accounts of the same talks, and what they cost, on the command line.
@Suite("models and tolls of a scenario")
struct ModelTests {
  private static let text = """
    {"extends": "\(Program.package.appending(path: "scenarios/river-water.jsonc").path)",
     "tolls": {"delay": {"label": {"en": "Days without water", "ar": "أيام بلا ماء"}, "per_round": 1, "while": "active", "unit": {"en": "days", "ar": "يوم"}}},
     "models": {
       "as_written": {"weight": 3, "patch": {}},
       "stiff": {"label": {"en": "Stiff", "ar": "متشدد"}, "weight": 1, "patch": {"parties": {"upper": {"willingness": 0.2}}}}}}
    """

  private static func inPlace(_ body: (Workplace) throws -> Void) throws {
    try Workplace.use { place in
      try place.write(Self.text, to: "water.jsonc")
      try body(place)
    }
  }

  @Test(
    "run writes models.csv and tolls.csv, tells the range across models, and verify finds all of it right")
  func run() throws {
    try Self.inPlace { place in
      let made = try place.program.run(
        "run", "water.jsonc", "--runs", "400", "--keep-runs", "-q", "-o", "r", "--no-color")
      #expect(made.status == 0 && made.errors == "")
      #expect(made.output.contains("; across 2 models "))
      #expect(made.output.contains("Days without water"))
      let models = try place.text(of: "r/models.csv").split(separator: "\n").map { $0.split(separator: ",") }
      #expect(
        models.count == 11 && models[0].joined(separator: ",") == "model,weight,ending,count,share,low,high")
      #expect(models.dropFirst().reduce(0) { $0 + (Int($1[3]) ?? 0) } == 400)
      #expect(try place.text(of: "r/runs.csv").prefix { $0 != "\n" }.hasSuffix(",toll_delay,model"))
      #expect(try place.text(of: "r/report.html").contains("across models"))
      let verified = try place.program.run("verify", "r", "-q")
      #expect(verified.status == 0, "\(verified.output)")
      let exported = try place.program.run("export", "r", "--table", "models", "--format", "json")
      #expect(exported.status == 0 && exported.output.contains("\"stiff\""))
    }
  }

  @Test(
    "--model NAME is understood wherever a scenario is simulated, and an unknown name is told with the nearest",
    arguments: [
      "run water.jsonc --runs 50 -o r", "check water.jsonc", "trace water.jsonc --run 3",
      "sweep water.jsonc --vary parties.upper.willingness=0.2,0.4 --runs 50 -o r",
      "sensitivity water.jsonc --method morris --samples 2 --runs 4 -o r",
      "levers water.jsonc --lever parties.upper.willingness=0.4..0.9 --runs 10 -o r",
      "compare water.jsonc --set parties.upper.willingness=0.5 --runs 50 -o r", "bench water.jsonc --runs 50",
    ])
  func model(_ line: String) throws {
    try Self.inPlace { place in
      let words = line.split(separator: " ").map(String.init)
      let known = try place.program.run(words + ["--model", "stiff"])
      #expect(known.status == 0, "\(known.errors)")
      // One model is played, and none besides.
      let told = (known.output + known.errors).replacing("models = {}", with: "")
      #expect(!told.contains("models"), "\(known.output)")
      if words.contains("-o"), words[0] != "bench" {
        let verified = try place.program.run("verify", "r", "-q")
        #expect(verified.status == 0, "\(verified.output)")
      }
      let unknown = try place.program.run(words.map { $0 == "r" ? "q" : $0 } + ["--model", "stif"])
      #expect(unknown.status == 65 && unknown.errors.contains("did you mean \"stiff\"?"), "\(unknown.errors)")
    }
  }

  @Test("a sweep over models has a row for each, the same bytes in shards as in one piece")
  func sweep() throws {
    try Self.inPlace { place in
      let line = "sweep water.jsonc --vary model=as_written,stiff --runs 200 -q"
      let made = try place.program.shell(
        "$detente \(line) -o s && $detente \(line) --shard 1/2 -o a && $detente \(line) --shard 2/2 -o b && $detente merge a b -q -o m"
      )
      #expect(made.status == 0, "\(made.errors)")
      let table = try place.text(of: "s/sweep.csv")
      #expect(try place.text(of: "m/sweep.csv") == table)
      #expect(
        table.split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] } == [
          "as_written", "stiff",
        ])
    }
  }

  @Test("compare has a row for each toll, with its paired difference, and says the range across models")
  func compare() throws {
    try Self.inPlace { place in
      let made = try place.program.run(
        "compare", "water.jsonc", "--set", "rounds=2", "--runs", "200", "-q", "-o", "c")
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.contains("across 2 models"))
      let rows = try place.text(of: "c/comparison.csv").split(separator: "\n")
      let toll = try #require(rows.last { $0.contains(",toll_delay,") })
      // The ranges across models of a toll are empty; the names of the scenarios and the seed
      // follow.
      let numbers = toll.split(separator: ",").prefix(7).suffix(5).compactMap { Double($0) }
      #expect(numbers.count == 5 && numbers[1] <= 2 && numbers[2] < 0)
      #expect(numbers[3] <= numbers[2] && numbers[2] <= numbers[4])
    }
  }

  @Test("a trace names its model and what the run cost, in English, in Arabic and for programs")
  func trace() throws {
    try Self.inPlace { place in
      let runs = try place.program.run("run", "water.jsonc", "--runs", "40", "--keep-runs", "-q", "-o", "r")
      #expect(runs.status == 0)
      let rows = try place.text(of: "r/runs.csv").split(separator: "\n").dropFirst()
      let stiff = try #require(rows.firstIndex { $0.hasSuffix(",stiff") }) - rows.startIndex
      let words = ["trace", "water.jsonc", "--run", "\(stiff)"]
      let english = try place.program.run(words).output
      #expect(english.contains("Model: Stiff\n") && english.contains("Days without water: "))
      let arabic = try place.program.run(words + ["--language", "ar"]).output
      #expect(arabic.contains("النموذج: متشدد") && arabic.contains("أيام بلا ماء"))
      let lines = try place.program.run(words + ["--format", "jsonl"]).output
      let last = try #require(lines.split(separator: "\n").last)
      #expect(last.contains("\"model\": \"stiff\"") && last.contains("\"tolls\": {\"delay\": "))
    }
  }
}
