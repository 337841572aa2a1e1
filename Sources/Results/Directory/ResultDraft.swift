import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A result that is being made, beside the one that is in the directory already, whose place it
/// takes as a whole by ``commit(_:_:)``.
///
/// Its files grow in `.detente/new`. Whatever happens before the commit, the former result stays as
/// it is; letting go of the draft removes it. Not for use by two threads at once.
package final class ResultDraft {
  /// What the new files do to those of the former result.
  package enum Succession: Sendable, Equatable {
    /// They take their place: those that the new result does not have go.
    case replaces
    /// The former result goes, and so does a sweep that is under way; but its plan and journals
    /// stay, from which this result comes.
    case completesSweep
    /// They take the place of those of the former result, but work under way stays, of which they
    /// are a part.
    case leavesWork
    /// They are added; a file of the same name and bytes is left as it is.
    case adds
  }

  private struct Part {
    /// In the workroom.
    let place: String
    let output: OutputFile
  }

  private let room: Workroom
  private let files = FileSystem.current
  private var streams: [(name: String, stream: AtomicFileStream)] = []
  /// Files that are in the directory or the workroom already and are part of the result.
  private var adopted: [Part] = []
  private var staying: [OutputFile] = []
  private var isDecided = false
  /// The columns of tables, for the dictionary beside them.
  private var columns: [String: [String]] = [:]

  init(in room: Workroom) throws(WriteError) {
    self.room = room
    do {
      try room.empty(room.new)
      try files.makeDirectory(room.new)
    } catch {
      throw WriteError(path: room.directory, step: .create, code: error.code)
    }
  }

  deinit {
    streams.removeAll()
    if !isDecided { try? room.empty(room.new) }
  }

  /// Begins a file. It is part of the result once the stream is committed.
  ///
  /// - Parameter isListed: whether a manifest is to name it.
  package func stream(named name: String, isListed: Bool = true) throws(WriteError) -> AtomicFileStream {
    let stream = try AtomicFileStream(
      making: "\(room.new)/\(name)", shown: "\(room.directory)/\(name)", isHashed: isListed)
    streams.append((name, stream))
    return stream
  }

  /// Writes a table as CSV, named after the table.
  package func write(_ table: Table) throws(WriteError) {
    describe(table.name, columns: table.columns.map(\.name))
    let stream = try stream(named: table.name + ".csv")
    try table.write(.csv) { (piece) throws(WriteError) in try stream.append(piece) }
    try stream.commit()
  }

  /// Says which columns a table has that is written as a stream.
  package func describe(_ table: String, columns: [String]) { self.columns[table] = columns }

  /// Writes what the tables of the result mean, unless it has none.
  private func writeDictionary(_ names: [String]) throws(WriteError) {
    let tables = names.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
    guard !tables.isEmpty else { return }
    let json = TableDictionary.json(of: tables.map { ($0, columns[$0]) })
    try write(JSONText.string(json), named: TableDictionary.fileName)
  }

  /// Writes a text.
  package func write(_ text: String, named name: String) throws(WriteError) {
    let stream = try stream(named: name)
    try stream.append(Array(text.utf8))
    try stream.commit()
  }

  /// Makes a file part of the result that is in the directory already, such as a journal.
  ///
  /// - Parameter isBegun: it is in the workroom, where the sweep was begun, and moves to the
  ///   directory with the result.
  package func adopt(_ name: String, isBegun: Bool) throws(WriteError) {
    let path = isBegun ? "\(room.sweep)/\(name)" : "\(room.directory)/\(name)"
    do {
      guard let size = try files.status(of: path)?.size, let digest = try files.digest(of: path) else {
        return
      }
      let output = OutputFile(name: name, bytes: size, sha256: digest)
      if isBegun {
        adopted.append(Part(place: "sweep/\(name)", output: output))
      } else {
        staying.append(output)
      }
    } catch {
      throw WriteError(path: path, step: .create, code: error.code)
    }
  }

  /// Makes the plan and the journals of a sweep part of the result.
  package func adoptSweep(isBegun: Bool) throws(WriteError) {
    let place = isBegun ? room.sweep : room.directory
    let names: [String]
    do {
      names = try files.names(in: place)
    } catch {
      throw WriteError(path: place, step: .create, code: error.code)
    }
    for name in names where ResultNames.isWork(name) && name != ResultDirectory.studyJournalName {
      try adopt(name, isBegun: isBegun)
    }
  }

  /// Puts the result in the place of the former one.
  ///
  /// - Parameters:
  ///   - manifest: what `manifest.json` says; the files are listed here. `nil` for none.
  ///   - succession: what becomes of the former result.
  /// - Returns: files that were kept under another name.
  /// - Throws: when the former result is in its place as it was; or, with the step `exchange`, when
  ///   the new one is complete and decided on, and the next command that opens the directory puts
  ///   it there.
  package func commit(_ manifest: Manifest?, _ succession: Succession) throws(WriteError) -> [KeptFile] {
    if manifest != nil {
      try writeDictionary(streams.map(\.name) + adopted.map(\.output.name) + staying.map(\.name))
    }
    var parts = streams.map { name, stream in
      Part(
        place: "new/\(name)",
        output: OutputFile(name: name, bytes: stream.byteCount, sha256: stream.sha256 ?? ""))
    }
    parts += adopted
    if var manifest {
      manifest.outputs = (parts.map(\.output) + staying).sorted { $0.name < $1.name }
      let stream = try stream(named: ResultDirectory.manifestName)
      try stream.append(manifest.bytes)
      try stream.commit()
    }
    let exchange: Exchange
    let kept: [KeptFile]
    do {
      (exchange, kept) = try plan(parts, hasManifest: manifest != nil, succession)
      try files.syncDirectory(room.new)
    } catch {
      throw WriteError(path: room.directory, step: .write, code: error.code)
    }
    do {
      try exchange.decide(in: room, files)
    } catch {
      if error.step == .exchange { isDecided = true }
      throw error
    }
    isDecided = true
    do {
      do {
        try exchange.carryOut(in: room, files)
      } catch {
        // Once more: what has been done is not done again.
        try exchange.carryOut(in: room, files)
      }
    } catch {
      throw WriteError(path: room.directory, step: .exchange, code: error.code)
    }
    return kept
  }

  private func plan(
    _ parts: [Part], hasManifest: Bool, _ succession: Succession
  ) throws(SystemError) -> (Exchange, [KeptFile]) {
    let holdings = try Holdings(in: room.directory, files)
    var exchange = Exchange(endsSweep: succession != .adds)
    var kept: [KeptFile] = []
    for part in parts {
      if succession == .adds, try isThere(part.output) { continue }
      exchange.put.append(Exchange.Move(from: part.place, to: part.output.name))
    }
    if hasManifest {
      let name = ResultDirectory.manifestName
      exchange.put.append(Exchange.Move(from: "new/\(name)", to: name))
    }
    let put = Set(exchange.put.map(\.to))
    var leaving: [String] = []
    if succession != .adds {
      let stays = Set(staying.map(\.name))
      leaving = holdings.former.filter { name in
        !stays.contains(name) && !(succession == .leavesWork && holdings.work.contains(name))
          && !(succession == .completesSweep && adopted.isEmpty && isOfSweep(name, holdings))
      }
    }
    var taken = Set(holdings.names).union(put)
    for name in holdings.names where put.contains(name) || leaving.contains(name) {
      if succession != .adds, try holdings.isUnchanged(name) {
        if !put.contains(name) { exchange.removed.append(name) }
        continue
      }
      let other = ResultNames.kept(name) { taken.contains($0) }
      taken.insert(other)
      exchange.kept.append(Exchange.Move(from: name, to: other))
      kept.append(
        KeptFile(
          path: "\(room.directory)/\(name)", name: other,
          reason: succession == .adds
            ? .foreign
            : holdings.wasOurs(name) && holdings.manifest?.outputs != nil
              ? .changed
              : holdings.manifest != nil && holdings.manifest?.outputs == nil ? .unlisted : .foreign))
    }
    // Without the manifest what is left no longer passes for a result.
    if let place = exchange.removed.firstIndex(of: ResultDirectory.manifestName) {
      exchange.removed.swapAt(0, place)
    }
    return (exchange, kept)
  }

  /// What a sweep leaves for its later parts.
  private func isOfSweep(_ name: String, _ holdings: Holdings) -> Bool {
    holdings.work.contains(name) && name != ResultDirectory.studyJournalName
  }

  private func isThere(_ output: OutputFile) throws(SystemError) -> Bool {
    let path = "\(room.directory)/\(output.name)"
    guard try files.status(of: path)?.size == output.bytes else { return false }
    // What no manifest lists was written without one.
    let digest = output.sha256.isEmpty ? try files.digest(of: "\(room.new)/\(output.name)") : output.sha256
    return try files.digest(of: path) == digest
  }
}
