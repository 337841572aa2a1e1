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

  private let plan: MemoryPlan
  var limit: MemoryLimit { plan.limit }

  init(_ arguments: ParsedArguments) throws(UsageError) {
    plan = MemoryPlan(
      limit: try arguments.value(of: MemoryOption.option).map { MemoryLimit(bytes: $0) } ?? .ofThisProcess,
      threads: try arguments.value(of: CommonOptions.threads))
  }

  /// Why scenarios are refused; `nil` for those of which the threads that are asked for, else one,
  /// find room.
  func refusal(of scenarios: [Scenario]) -> MemoryWords? {
    plan.shortage(of: scenarios).map { MemoryWords($0) }
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
    let room = plan.room(for: scenarios)
    if room < wanted {
      console.note(MemoryWords.fewer(room, of: wanted, limit))
    }
    return min(wanted, room)
  }

  /// The same for a scenario that was not refused, said before.
  func threads(for scenarios: [Scenario], _ console: Console) -> Int {
    min(wanted(console), plan.room(for: scenarios))
  }

  private func wanted(_ console: Console) -> Int {
    plan.threads ?? AvailableProcessors.count(environment: console.environment)
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
