import Results

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What becomes of a process that finds no memory under `ulimit -v`.
///
/// Swift cannot go on without an allocation: it ends the process by `SIGABRT`; where a library goes
/// on with what it did not get, or a stack cannot grow, it is `SIGSEGV`. Where the system keeps a
/// limit this is no defect of the program, and whoever waits for it is to read a status and the
/// reason. What was written before stays.
enum OutOfMemory {
  /// Makes such an end one with 73 and words; nothing where there is no limit.
  static func prepare() {
    guard AddressSpace.limit != nil else { return }
    // What is called here may call nothing that takes memory.
    _ = signal(SIGABRT) { _ in OutOfMemory.end() }
    _ = signal(SIGSEGV) { number in
      // With room left it was something else, and ends as that does.
      guard AddressSpace.isShort else {
        _ = signal(number, SIG_DFL)
        return
      }
      OutOfMemory.end()
    }
  }

  private static func end() {
    let words: StaticString =
      "detente: the limit on memory (ulimit -v) leaves too little for this; what was done before is kept\n"
    _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
    _exit(ExitStatus.cannotCreate.rawValue)
  }
}
