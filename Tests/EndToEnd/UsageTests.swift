import Testing

@Suite("Wrong usage")
struct UsageTests {
  @Test(
    "ends with status 2, nothing on standard output, and one line that says what was typed and what was expected",
    arguments: [
      (["runn"], "detente: unknown command \"runn\", did you mean run?", "detente --help"),
      (
        ["fly"],
        "detente: unknown command \"fly\"; the commands are new, run, check, trace, sweep, merge, verify, sensitivity, levers, formula, given, answers, compare, score, report, plot, export, evidence, bench, doctor, completions and man",
        "detente --help"
      ),
      (
        ["import", "a.jsonc"],
        "detente: import is not in this version; its commands are new, run, check, trace, sweep, merge, verify, sensitivity, levers, formula, given, answers, compare, score, report, plot, export, evidence, bench, doctor, completions and man",
        "detente --help"
      ),
      (
        ["trace", "a", "--ending", "collapse"],
        "detente: trace: --ending takes full_agreement, partial_agreement, rejected_at_home, collapsed or out_of_time, "
          + "not \"collapse\"; did you mean collapsed?", "detente trace --help"
      ),
      (["run"], "detente: run: SCENARIO is missing", "detente run --help"),
      (
        ["run", "a", "b"], "detente: run: only one SCENARIO is expected, and \"b\" is one more",
        "detente run --help"
      ),
      (
        ["run", "a", "--rusn=5"], "detente: run: unknown option \"--rusn\", did you mean --runs?",
        "detente run --help"
      ),
      (["run", "a", "-x"], "detente: run: unknown option \"-x\"", "detente run --help"),
      (
        ["run", "a", "--runs", "ten"],
        "detente: run: --runs takes a whole number from 1 to 4,294,967,295, not \"ten\"", "detente run --help"
      ),
      (
        ["run", "a", "--runs", "0"],
        "detente: run: --runs takes a whole number from 1 to 4,294,967,295, not \"0\"", "detente run --help"
      ),
      (
        ["run", "a", "--seed", "-1"],
        "detente: run: --seed takes a whole number from 0 to 18446744073709551615, not \"-1\"",
        "detente run --help"
      ),
      (
        ["run", "a", "--precision", "nan"],
        "detente: run: --precision takes a number from 0.00001 to 0.49999, not \"nan\"", "detente run --help"
      ),
      (["run", "a", "--seed"], "detente: run: --seed needs a value: --seed N", "detente run --help"),
      (
        ["run", "a", "--out", "--force"],
        "detente: run: --out needs a value before \"--force\"; a value that begins with a dash is written --out=DIR",
        "detente run --help"
      ),
      (
        ["run", "a", "--force=yes"], "detente: run: --force takes no value, but was given \"yes\"",
        "detente run --help"
      ),
      (["run", "a", "--seed=1", "--seed=2"], "detente: run: --seed was given twice", "detente run --help"),
      (
        ["run", "a", "--format", "jsn"],
        "detente: run: --format takes text or json, not \"jsn\"; did you mean json?", "detente run --help"
      ),
      (
        ["run", "a", "--set", "x"], "detente: run: --set takes a path, an equals sign and a value, not \"x\"",
        "detente run --help"
      ),
      (
        ["sweep", "a"],
        "detente: sweep: nothing to vary: --vary PATH=LO..HI:N or --vary PATH=A,B,C is missing",
        "detente sweep --help"
      ),
      (
        ["sweep", "a", "--vary", "x=0..1"],
        "detente: sweep: x=0..1 says not how many values: x=0..1:5, or sampled by --design lhs:200 or sobol:256",
        "detente sweep --help"
      ),
      (
        ["sweep", "a", "--vary", "x=0..b:3"],
        "detente: sweep: --vary takes PATH=LO..HI:N, PATH=A,B,C or PATH=LO..HI, not \"x=0..b:3\"; \"b\" is not a number",
        "detente sweep --help"
      ),
      (
        ["sweep", "a", "--vary", "x=0,1", "--design", "lhs:5"],
        "detente: sweep: lhs:5 has no range to sample, such as parties.hamas.willingness=0.2..0.9",
        "detente sweep --help"
      ),
      (
        ["sweep", "a", "--vary", "x=0..1", "--design", "halton:5"],
        "detente: sweep: --design takes lhs:N or sobol:N, not \"halton:5\"", "detente sweep --help"
      ),
      (
        ["sweep", "a", "--vary", "x=0,1", "--shard", "5/4"],
        "detente: sweep: --shard takes a shard of how many, such as 3/16, not \"5/4\"; there are only 4",
        "detente sweep --help"
      ),
      (
        ["sweep", "a", "--vary", "x=0,1", "--time-budget", "55"],
        "detente: sweep: --time-budget takes a time such as 90s, 55m or 1h30m, not \"55\"",
        "detente sweep --help"
      ),
      (
        ["merge", "a", "b"],
        "detente: merge: of several directories none is the obvious place for the result: --out DIR is missing",
        "detente merge --help"
      ),
      (
        ["sweep", "a", "--vary", "x=0,1", "--vary", "x=2,3"], "detente: sweep: x is varied twice",
        "detente sweep --help"
      ),
      (
        ["bench", "--seconds=1", "--runs=1"], "detente: bench: --seconds and --runs exclude each other",
        "detente bench --help"
      ),
      (
        ["completions", "csh"], "detente: completions: SHELL is bash, zsh or fish, not \"csh\"",
        "detente completions --help"
      ),
    ])
  func message(words: [String], line: String, help: String) throws {
    let outcome = try Program().run(words)
    #expect(outcome == Program.Outcome(status: 2, output: "", errors: "\(line)\nTry \"\(help)\".\n"))
  }
}
