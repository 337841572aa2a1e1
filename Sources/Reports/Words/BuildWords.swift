import Results

/// What `detente --version` says: the program's identity on a line of its own, then how this very
/// file was built.
package enum BuildWords {
  package static var text: String {
    """
    detente \(Release.identity)
    revision \(Release.revision) of the results (\(Release.results)); \(toolchain), \(configuration) build for \(system) on \(processor)

    """
  }

  private static var toolchain: String {
    #if compiler(>=6.4)
      "Swift 6.4 or later"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #else
      "Swift 6.2"
    #endif
  }

  private static var configuration: String {
    #if DEBUG
      "debug"
    #else
      "release"
    #endif
  }

  private static var system: String {
    #if canImport(Musl)
      "Linux with musl"
    #elseif os(Linux)
      "Linux"
    #elseif os(macOS)
      "macOS"
    #else
      "another system"
    #endif
  }

  private static var processor: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "another processor"
    #endif
  }
}
