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
  package func text(width: Int) -> String {
    let entries = [
      ("system", "\(machine.system), \(machine.architecture)"),
      ("processor", processor),
      ("memory", "\(ByteCount.inWords(machine.memoryBytes)); \(plannable)"),
      ("address space", addressSpace.map { "at most \(ByteCount.inWords($0))" } ?? "no limit"),
      ("locale", "\(locale ?? "none"); text in \(isUTF8 ? "UTF-8" : "ASCII")"),
      (
        "terminal",
        (columns.map { "\($0) columns" } ?? "none") + (isColoured ? ", in colour" : ", without colour")
      ),
      ("working directory", words(workingDirectory)),
      ("temporary files", words(temporaryDirectory)),
      ("self-check", selfCheck),
    ]
    return build + "\n" + Prose.definitions(entries, width: width) + "\n"
  }

  private var processor: String {
    let model = machine.processor.isEmpty ? "unknown" : machine.processor
    let cores = machine.cores == 1 ? "1 core" : "\(machine.cores) cores"
    return "\(model); \(cores), \(threads == 1 ? "1 thread" : "\(threads) threads") unless told"
  }

  private var plannable: String {
    "\(ByteCount.inWords(memory.bytes)) may be used, \(memory.reason)"
  }

  private func words(_ disk: DiskSpace) -> String {
    (disk.freeBytes.map { ByteCount.inWords($0) + " free" } ?? "free space unknown")
      + (disk.isWritable ? ", can be written" : ", cannot be written")
  }

  private var selfCheck: String {
    let what = "\(Numerals.count(runs)) runs of the built-in scenario"
    let wrong = findings.filter { !$0.agrees }.map(\.table)
    if isSound {
      return "\(what) have the tables of this revision (\(Enumeration.all(findings.map(\.table))))"
    }
    return "\(what) have OTHER tables than this revision (\(Enumeration.all(wrong)))"
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
