import Results
import Tables

/// What a report of a defect needs to say of the program and of where it runs. Neither names nor
/// paths nor the environment are in it.
package struct DoctorReport: Sendable {
  /// The two lines of `--version`.
  package var build: String
  package var machine: Machine
  /// How many threads a command takes unless told.
  package var threads: Int
  package var memory: MemoryLimit
  /// Bytes that may be addressed; `nil` for no limit.
  package var addressSpace: Int?
  /// The name of the locale; `nil` where none is set, or what is set is no such name.
  package var locale: String?
  package var isUTF8: Bool
  /// Columns of the terminal; `nil` where the output is none.
  package var columns: Int?
  package var isColoured: Bool
  package var workingDirectory: DiskSpace
  package var temporaryDirectory: DiskSpace
  /// Of a small run.
  package var findings: [TableDigest]
  package var runs: Int
  package var seed: UInt64

  package init(
    build: String, machine: Machine, threads: Int, memory: MemoryLimit, addressSpace: Int?,
    locale: String?, isUTF8: Bool, columns: Int?, isColoured: Bool, workingDirectory: DiskSpace,
    temporaryDirectory: DiskSpace, findings: [TableDigest], runs: Int, seed: UInt64
  ) {
    self.build = build
    self.machine = machine
    self.threads = threads
    self.memory = memory
    self.addressSpace = addressSpace
    self.locale = locale
    self.isUTF8 = isUTF8
    self.columns = columns
    self.isColoured = isColoured
    self.workingDirectory = workingDirectory
    self.temporaryDirectory = temporaryDirectory
    self.findings = findings
    self.runs = runs
    self.seed = seed
  }

  /// Whether the small run came to the tables of this revision.
  package var isSound: Bool { !findings.isEmpty && findings.allSatisfy(\.agrees) }

  /// For people, in lines of at most `width` cells.
  package func text(width: Int, in language: MessageWords? = nil) -> String {
    let entries: [(term: Message, meaning: Message)] = [
      ("system", "\(machine.system), \(machine.architecture)"),
      ("processor", processor),
      ("memory", "\(ByteCount.told(machine.memoryBytes)); \(plannable)"),
      ("address space", addressSpace.map { "at most \(ByteCount.told($0))" } ?? "no limit"),
      (
        "locale",
        locale.map { "\($0); text in \(isUTF8 ? "UTF-8" : "ASCII")" }
          ?? "none; text in \(isUTF8 ? "UTF-8" : "ASCII")"
      ),
      ("terminal", isColoured ? "\(terminal), in colour" : "\(terminal), without colour"),
      ("working directory", words(workingDirectory)),
      ("temporary files", words(temporaryDirectory)),
      ("self-check", selfCheck),
    ]
    let told = entries.map { (term: language.text($0.term), meaning: language.text($0.meaning)) }
    return build + "\n" + Prose.definitions(told, width: width) + "\n"
  }

  private var terminal: Message { columns.map { "\($0) columns" } ?? "none" }

  private var processor: Message {
    let model: Message = machine.processor.isEmpty ? "unknown" : "\(machine.processor)"
    let cores: Message = machine.cores == 1 ? "1 core" : "\(machine.cores) cores"
    let count: Message = threads == 1 ? "1 thread" : "\(threads) threads"
    return "\(model); \(cores), \(count) unless told"
  }

  private var plannable: Message {
    "\(ByteCount.told(memory.bytes)) may be used, \(Message(whole: memory.reason))"
  }

  private func words(_ disk: DiskSpace) -> Message {
    let free: Message = disk.freeBytes.map { "\(ByteCount.told($0)) free" } ?? "free space unknown"
    return disk.isWritable ? "\(free), can be written" : "\(free), cannot be written"
  }

  private var selfCheck: Message {
    let what: Message = "\(Numerals.count(runs)) runs of the built-in scenario"
    let wrong = findings.filter { !$0.agrees }.map(\.table)
    if isSound {
      return "\(what) have the tables of this revision (\(all: findings.map(\.table)))"
    }
    return "\(what) have OTHER tables than this revision (\(all: wrong))"
  }

  /// For programs: `detente.doctor/1`.
  package var json: JSONValue {
    [
      "schema": "detente.doctor/1", "version": .string(Release.identity), "build": .string(build),
      "machine": machine.json, "threads": .integer(threads), "memory_limit_bytes": .integer(memory.bytes),
      "address_space_bytes": JSONValue(addressSpace), "locale": JSONValue(locale), "utf8": .bool(isUTF8),
      "columns": JSONValue(columns), "color": .bool(isColoured),
      "working_directory": workingDirectory.json, "temporary_directory": temporaryDirectory.json,
      "self_check": [
        "agrees": .bool(isSound), "runs": .integer(runs), "seed": JSONValue(seed),
        "tables": .array(
          findings.map {
            ["table": .string($0.table), "expected": .string($0.expected), "got": .string($0.got)]
          }),
      ],
    ]
  }
}
