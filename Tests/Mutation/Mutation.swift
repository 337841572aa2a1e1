import Foundation

/// Mutants of scenarios, sweep files and plans: what the readers accept is simulated and looked at,
/// what they refuse must be refused with its place.
///
///     mutation [--count N] [--seed N] [--limit SECONDS] [--keep DIR]    hunt; status 1 when something is found
///     mutation judge FILE…                                              what is the matter with kept files
///     mutation show --seed N --from I                                   the text of one mutant
///
/// `examine` is what a hunt starts in a process of its own.
@main
struct Mutation {
  static func main() {
    do {
      guard FileManager.default.changeCurrentDirectoryPath(package.path) else { exit(2) }
      exit(try run(Array(CommandLine.arguments.dropFirst())) ? 0 : 1)
    } catch {
      print("mutation: \(error)")
      exit(2)
    }
  }

  /// The directory of the package.
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func run(_ words: [String]) throws -> Bool {
    var options: [String: String] = [:]
    var names: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word.hasPrefix("--") { options[word] = rest.popFirst() } else { names.append(word) }
    }
    let seed = options["--seed"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...9_999_999)
    let first = options["--from"].flatMap { Int($0) } ?? 0
    let count = options["--count"].flatMap { Int($0) } ?? 2_000
    let limit = options["--limit"].flatMap { Double($0) } ?? 10
    switch names.first {
    case nil:
      let folder = URL(filePath: options["--keep"] ?? ".build/mutants")
      return try Hunt(seed: seed, count: count, limit: limit, folder: folder).run()
    case "examine":
      try examine(seed: seed, first..<first + count, limit)
      return true
    case "show":
      print(try Originals().mutant(first, seed: seed).text)
      return true
    case "judge": return try judge(names.dropFirst(), as: options["--as"], limit)
    case let other?:
      print("mutation: there is no \(other)")
      return false
    }
  }

  /// A line before each mutant and one after it, so that whoever reads knows which one was the
  /// last.
  private static func examine(seed: UInt64, _ numbers: Range<Int>, _ limit: Double) throws {
    let originals = try Originals()
    let watch = Watch(limit: limit)
    for number in numbers {
      write("\(number) begun")
      let mutant = originals.mutant(number, seed: seed)
      write("\(number) \(watch.during { Judge.verdict(of: mutant) }.line)")
    }
  }

  /// Writes a line at once: what waits in a buffer is lost in a crash.
  private static func write(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }

  /// - Parameter name: the file that what they extend or name is looked for beside; each itself
  ///   unless given.
  private static func judge(_ paths: some Sequence<String>, as name: String?, _ limit: Double) throws -> Bool
  {
    let watch = Watch(limit: limit)
    var isGood = true
    for path in paths {
      guard var mutant = Mutant(reading: path, Array(try Data(contentsOf: URL(filePath: path)))) else {
        write("\(path): of no known kind")
        isGood = false
        continue
      }
      if let name { mutant.name = name }
      let verdict = watch.during { Judge.verdict(of: mutant) }
      if case .faulty = verdict { isGood = false }
      write("\(path): \(verdict.line)")
    }
    return isGood
  }
}
