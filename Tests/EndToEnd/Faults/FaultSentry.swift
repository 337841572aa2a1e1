import Foundation
import Synchronization
import Tables

/// A disk that gives up at the nth call of a kind.
final class FaultSentry: FileSystemSentry {
  enum Way: String, CaseIterable, Sendable {
    /// That call fails and the others succeed.
    case once
    /// That call and all later ones of its kind fail.
    case forGood
    /// Nothing is done from that call on, as if the process had been killed there; of a write, some
    /// bytes are.
    case death
  }

  private struct State {
    var seen = 0
    var hasStruck = false
    var isDead = false
  }

  private let call: FileCall
  private let number: Int
  private let way: Way
  private let state = Mutex(State())

  init(_ call: FileCall, _ number: Int, _ way: Way) {
    self.call = call
    self.number = number
    self.way = way
  }

  /// Whether there were so many calls.
  var hasStruck: Bool { state.withLock(\.hasStruck) }

  /// What the calls fail with, as disks do.
  static func code(of call: FileCall) -> Int32 {
    switch call {
    case .open: EMFILE
    case .write, .makeDirectory, .link: ENOSPC
    default: EIO
    }
  }

  static func reason(of call: FileCall) -> String { String(cString: strerror(code(of: call))) }

  func verdict(on call: FileCall, _ path: String) -> FileVerdict {
    state.withLock { state in
      if state.isDead { return .fail(EIO) }
      // Nothing here outlives the machine: what is written is there without waiting for the disk.
      let usual: FileVerdict = call == .sync ? .skip : .proceed
      guard call == self.call else { return usual }
      state.seen += 1
      guard state.seen == number || way == .forGood && state.seen > number else { return usual }
      state.hasStruck = true
      guard way == .death else { return .fail(FaultSentry.code(of: call)) }
      state.isDead = true
      return call == .write ? .cut(7) : .fail(EIO)
    }
  }
}
