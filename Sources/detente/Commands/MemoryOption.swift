import Bargaining
import Experiments
import Reports
import Results

/// `--memory`: how much the threads of a command may take together, and so how many there can be.
struct MemoryOption: Sendable {
  static let specification = option.specification

  private static let option = Option(
    "memory", .memory,
    help:
      "the most memory to plan for, such as 4GB (three quarters of what the process may have unless given); a scenario of which a thread takes more is "
      + "refused")

  let limit: MemoryLimit
  /// What `--threads` says.
  let threads: Int?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    limit = try arguments.value(of: MemoryOption.option).map { MemoryLimit(bytes: $0) } ?? .ofThisProcess
    threads = try arguments.value(of: CommonOptions.threads)
  }

  /// Why a scenario is refused: what is wrong, and what would help.
  struct Refusal {
    let message: String
    let advice: String
  }

  /// `nil` for a scenario of which the threads that are asked for, else one, find room.
  func refusal(of scenarios: [Scenario]) -> Refusal? {
    let sizes = scenarios.compactMap { scenario in
      (try? NegotiationSize(of: scenario)).map { (scenario, $0) }
    }
    let bytes = MemoryOption.bytes(sizes.map(\.1))
    guard limit.threads(of: bytes) < threads ?? 1 else { return nil }
    var message = "a thread takes about \(CostWords.memory(bytes)) of memory"
    if let threads, threads > 1 { message += ", \(threads) threads \(CostWords.memory(bytes * threads))" }
    message += ", and \(CostWords.memory(limit.bytes)) may be used, \(limit.reason)"
    let fewer = (threads ?? 1) > 1 && limit.threads(of: bytes) > 0
    let dear = sizes.flatMap { CostWords($0.1, of: $0.0).dear }
    return Refusal(
      message: message,
      advice: (fewer ? "fewer --threads, or more --memory" : "more --memory")
        + (dear.isEmpty ? "" : "; what is dear: " + dear.joined(separator: "; ")))
  }

  /// How many threads there are to be: as many as asked for, else one per processor, fewer where
  /// they would not find room.
  ///
  /// - Parameters:
  ///   - scenarios: what every thread has before it at once, or one after the other.
  ///   - path: what to call them.
  /// - Throws: a refusal.
  func threads(for scenarios: [Scenario], of path: String, _ console: Console) throws(CommandFailure) -> Int {
    if let refusal = refusal(of: scenarios) {
      throw CommandFailure(
        .badScenario, "\(path): \(refusal.message)", advice: "What would help: \(refusal.advice).")
    }
    let wanted = wanted(console)
    let room = room(for: scenarios)
    if room < wanted {
      console.note(
        "Using \(room) of \(wanted) threads: \(CostWords.memory(limit.bytes)) of memory may be used (--memory)."
      )
    }
    return min(wanted, room)
  }

  /// The same for a scenario that was not refused, said before.
  func threads(for scenarios: [Scenario], _ console: Console) -> Int {
    min(wanted(console), room(for: scenarios))
  }

  private func wanted(_ console: Console) -> Int {
    threads ?? AvailableProcessors.count(environment: console.environment)
  }

  private func room(for scenarios: [Scenario]) -> Int {
    max(1, limit.threads(of: MemoryOption.bytes(scenarios.compactMap { try? NegotiationSize(of: $0) })))
  }

  /// What one thread takes: the first with the largest of the others beside it.
  private static func bytes(_ sizes: [NegotiationSize]) -> Int {
    (sizes.first?.bytes ?? 0) + (sizes.dropFirst().map(\.bytes).max() ?? 0)
  }
}

extension ValueKind where Value == Int {
  /// A number of bytes with a unit.
  static var memory: Self {
    ValueKind(
      valueName: "SIZE", expectation: "an amount of memory such as 800MB or 4GB", completion: .nothing
    ) { text throws(ValueFault) in
      let units: [(String, Double)] = [
        ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("K", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12),
      ]
      let typed = text.uppercased()
      guard let (unit, factor) = units.first(where: { typed.hasSuffix($0.0) }),
        let number = Double(typed.dropLast(unit.count)), number > 0, number * factor >= 1,
        number * factor < 0x1p62
      else { throw ValueFault() }
      return Int(number * factor)
    }
  }
}
