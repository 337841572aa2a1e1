/// How much memory is spoken of.
package enum ByteCount {
  /// In millions of bytes, and from a thousand of them on in thousand millions: `210 MB`, `1.3 GB`.
  package static func inWords(_ bytes: Int) -> String {
    let megabytes = Double(bytes) / 1e6
    return megabytes < 1_000
      ? "\(Numerals.fixed(megabytes, 0)) MB" : "\(Numerals.fixed(megabytes / 1_000, 1)) GB"
  }
}
