import Foundation
import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is to be moved where, so that a new result takes the place of the former one as a whole.
///
/// Written to `.detente/exchange` once all files of the new result are complete and on the disk.
/// From that moment the new result is the one that counts: whoever comes next to the directory, to
/// read or to write, carries out what is left to be done, each step of which may have been done
/// already. Until that moment the former result is untouched.
struct Exchange: Sendable, Codable, Equatable {
  struct Move: Sendable, Codable, Equatable {
    let from: String
    let to: String
  }

  /// Files of the directory that get another name there, which is free.
  var kept: [Move] = []
  /// Files of the former result that go.
  var removed: [String] = []
  /// Files of the new result: where they are in the workroom, and their names in the directory. The
  /// manifest is the last.
  var put: [Move] = []
  /// Whether a sweep that was begun in the workroom is over.
  var endsSweep = false

  /// The one that a killed command had decided on; `nil` when there is none.
  static func read(from room: Workroom, _ files: FileSystem) throws(SystemError) -> Exchange? {
    guard let bytes = try files.bytes(of: room.exchange) else { return nil }
    guard let exchange = try? JSONDecoder().decode(Exchange.self, from: Data(bytes)) else {
      // Written under another name first, so that only a failing disk gives this.
      throw SystemError(EIO)
    }
    return exchange
  }

  /// Decides on the exchange.
  ///
  /// - Throws: when nothing has changed; or, with the step `exchange`, when it is decided and yet
  ///   may not be on the disk.
  func decide(in room: Workroom, _ files: FileSystem) throws(WriteError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let bytes = (try? encoder.encode(self)).map(Array.init) ?? []
    let stream = try AtomicFileStream(making: room.unfinishedExchange, shown: room.exchange)
    try stream.append(bytes)
    try stream.commit()
    do {
      try files.rename(room.unfinishedExchange, to: room.exchange)
    } catch {
      try? files.unlink(room.unfinishedExchange)
      throw WriteError(path: room.exchange, step: .rename, code: error.code)
    }
    do {
      try files.syncDirectory(room.path)
    } catch {
      do {
        try files.unlink(room.exchange)
      } catch {
        throw WriteError(path: room.directory, step: .exchange, code: error.code)
      }
      throw WriteError(path: room.path, step: .sync, code: error.code)
    }
  }

  /// Does what is left to be done; each step may have been done before.
  func carryOut(in room: Workroom, _ files: FileSystem) throws(SystemError) {
    // A new file that is in neither place is lost, and then the former result is all there is.
    for move in put where try files.status(of: "\(room.path)/\(move.from)") == nil {
      guard try files.status(of: "\(room.directory)/\(move.to)") != nil else {
        throw SystemError(ENOENT)
      }
    }
    for move in kept { try keep(move, in: room, files) }
    for name in removed { try room.remove("\(room.directory)/\(name)") }
    for move in put where try files.status(of: "\(room.path)/\(move.from)") != nil {
      try files.rename("\(room.path)/\(move.from)", to: "\(room.directory)/\(move.to)")
    }
    try files.syncDirectory(room.directory)
    try room.remove(room.exchange)
    try files.syncDirectory(room.path)
    try room.empty(room.new)
    if endsSweep { try room.empty(room.sweep) }
  }

  private func keep(_ move: Move, in room: Workroom, _ files: FileSystem) throws(SystemError) {
    // Once the new file of that name is in its place there is nothing left to be kept.
    if let new = put.first(where: { $0.to == move.from }),
      try files.status(of: "\(room.path)/\(new.from)") == nil
    {
      return
    }
    let (path, other) = ("\(room.directory)/\(move.from)", "\(room.directory)/\(move.to)")
    guard let status = try files.status(of: path, followingLinks: false) else { return }
    if let there = try files.status(of: other, followingLinks: false) {
      if there.identity == status.identity { try room.remove(path) }
      return
    }
    if status.kind == .file {
      do {
        try files.link(path, as: other)
        return try room.remove(path)
      } catch {
        // A file system without second names.
        guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(error.code) else { throw error }
      }
    }
    try files.rename(path, to: other)
  }
}
