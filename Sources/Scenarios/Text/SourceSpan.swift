/// A stretch of one file: which file, and from which byte up to (not including) which byte.
///
/// Spans are kept small because every value of a file carries one. `file` is an index into the
/// texts of the ``Diagnostics`` that accompany the reading; line and column are worked out only
/// when a fault is printed.
package struct SourceSpan: Hashable, Sendable {
  /// Index of the text in ``Diagnostics/sources``.
  package let file: Int32
  /// Offset of the first byte, from 0.
  package let start: Int32
  /// Offset one past the last byte; never less than `start`.
  package let end: Int32

  /// Creates a span from byte offsets. Offsets beyond 2 GiB are clamped: no such file is read.
  package init(file: Int, start: Int, end: Int) {
    self.file = Int32(clamping: file)
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: max(start, end))
  }
}
