import Bargaining
import Foundation
import Scenarios
import Tables

/// Texts weighed per second, the hot loop of `detente formula`, in turn with plain C++ on the same
/// draws.
struct TextTask {
  let order: Order

  private static let draws = 2_000

  func run() throws(Fault) {
    let judge: TextJudge
    do {
      judge = try TextJudge(ScenarioReader.read(text: Self.text, name: "texts").scenario)
    } catch {
      throw Fault(reason: "the workload of texts cannot be read: \(error)")
    }
    let file = Place.peers.appending(path: "texts.draws")
    let peers = try peers(reading: file)
    try write(judge, to: file)
    print("texts times draws per second, \(Numerals.count(judge.texts.count)) texts, one thread")
    for (name, program) in peers {
      var (ours, theirs, ratios, whole): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
      for _ in 0..<order.repeats {
        let own = measure(judge)
        let output = try Child.run(program, [file.path, "\(order.seconds)"]).output
        let words = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, let other = Double(words[0]), let accepted = Int(words[1]) else {
          throw Fault(reason: "\(name) printed no report")
        }
        guard accepted == own.acceptances else {
          throw Fault(reason: "\(name) accepts \(accepted) texts, and this program \(own.acceptances)")
        }
        ours.append(own.judging)
        whole.append(own.whole)
        theirs.append(other)
        ratios.append(own.judging / other)
      }
      let ratio = Sample(values: ratios)
      print(
        "\(name): \(Numerals.count(Sample(values: ours).median)) against \(Numerals.count(Sample(values: theirs).median)), ratio "
          + "\(Numerals.fixed(ratio.median, 2)) (\(Numerals.fixed(ratio.least, 2))–\(Numerals.fixed(ratio.greatest, 2))); "
          + "with the drawing of all numbers \(Numerals.count(Sample(values: whole).median))")
    }
  }

  /// Passes over the draws, as long as was asked for.
  private func measure(_ judge: TextJudge) -> (judging: Double, whole: Double, acceptances: Int) {
    let start = ContinuousClock.now
    var judging = Duration.zero
    var (passes, acceptances) = (0, 0)
    while (ContinuousClock.now - start) / .seconds(1) < order.seconds {
      let tally = TextTally(texts: judge.texts.count)
      for draw in 0..<Self.draws {
        judge.draw(UInt32(draw), seed: 1)
        let begin = ContinuousClock.now
        judge.add(to: tally)
        judging += ContinuousClock.now - begin
      }
      passes += 1
      acceptances = (0..<tally.texts).reduce(0) { $0 + tally.acceptances(of: $1) }
    }
    let pairs = Double(passes * Self.draws * judge.texts.count)
    return (
      pairs / (judging / .seconds(1)), pairs / ((ContinuousClock.now - start) / .seconds(1)), acceptances
    )
  }

  /// What the peers read: per draw what options are worth, and what parties need.
  private func write(_ judge: TextJudge, to file: URL) throws(Fault) {
    let sheet = judge.sheets(draws: [Self.draws])[0]
    for draw in 0..<Self.draws {
      judge.draw(UInt32(draw), seed: 1)
      judge.write(to: sheet, at: draw)
    }
    var numbers = [Double(Self.draws)]
    for draw in 0..<Self.draws { numbers += sheet.numbers(of: draw) }
    do {
      try numbers.withUnsafeBytes { Data($0) }.write(to: file)
    } catch {
      throw Fault(reason: "\(file.path) cannot be written: \(error.localizedDescription)")
    }
  }

  private func peers(reading file: URL) throws(Fault) -> [(name: String, program: URL)] {
    do {
      try FileManager.default.createDirectory(at: Place.peers, withIntermediateDirectories: true)
    } catch {
      throw Fault(reason: "\(Place.peers.path) cannot be made: \(error.localizedDescription)")
    }
    let compilers = ["g++", "clang++"].compactMap { name in Child.find([name]).map { (name, $0) } }
    guard !compilers.isEmpty else {
      throw Fault(reason: "there is no C++ compiler; Debian's package g++ has one")
    }
    var peers: [(name: String, program: URL)] = []
    for (name, compiler) in compilers {
      let program = Place.peers.appending(path: "texts-\(name)")
      let source = Place.peerSources.appending(path: "cpp/texts.cpp").path
      _ = try Child.run(compiler, PeerTask.compilerFlags + ["-o", program.path, source], quiet: false)
      peers.append(("C++ texts, \(name)", program))
    }
    return peers
  }

  /// Seven issues of four options, two parties that want anything.
  private static var text: String {
    let any = "{\"uniform\": [0, 1]}"
    let issues = (0..<7).map { "\"i\($0)\": {\"options\": [\"o0\", \"o1\", \"o2\", \"o3\"]}" }
    let values = "{" + (0..<4).map { "\"o\($0)\": \(any)" }.joined(separator: ", ") + "}"
    let preferences = (0..<7).map { "\"i\($0)\": {\"weight\": \(any), \"values\": \(values)}" }
    let party =
      "{\"preferences\": {\(preferences.joined(separator: ", "))}, \"reservation\": {\"uniform\": [0.4, 0.7]}, \"tactic\": \"hardliner\"}"
    return """
      {"name": "texts", "rounds": 1, "issues": {\(issues.joined(separator: ", "))},
       "parties": {"p0": \(party), "p1": \(party)}}
      """
  }
}
