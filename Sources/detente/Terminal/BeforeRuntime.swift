#if os(Linux) && compiler(>=6.3)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Lets a program that is linked statically start where there is no `/proc`, as in a bare
  /// container or `chroot`.
  ///
  /// The Swift runtime looks for the program that prints its backtraces when it is loaded, beside
  /// the file that `/proc/self/exe` names, and ends the process where that does not exist. It does
  /// not look when it is told where that program is, or is not. The loader calls what this section
  /// holds before all else, so that nothing of Swift may be used here but plain calls of the C
  /// library.
  @used @section(".preinit_array")
  private let beforeRuntime: @convention(c) () -> Void = {
    guard access(cString("/proc/self/exe"), F_OK) != 0 else { return }
    _ = setenv(cString("SWIFT_BACKTRACE"), cString("enable=no,swift-backtrace=/"), 0)
  }

  private func cString(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
#endif
