import Tables
import Testing

/// One speller of how long something takes, and one of how much memory.
@Suite struct SpanWordsTests {
  @Test(
    "a span of time has one decimal of the unit that fits",
    arguments: [
      (0, "no time"), (0.000_4, "no time"), (0.008, "8 ms"), (0.1, "0.1 s"), (59.94, "59.9 s"),
      (60, "1.0 minutes"), (150, "2.5 minutes"), (7_200, "2.0 hours"), (86_400, "24.0 hours"),
      (1_036_800, "12.0 days"), (1e300, "1000000000.0 days"),
    ])
  func span(seconds: Double, words: String) {
    #expect(Duration.inWords(seconds: seconds) == words)
  }

  @Test(
    "memory is in millions of bytes, as --memory takes it",
    arguments: [
      (0, "0 MB"), (499_999, "0 MB"), (210_000_000, "210 MB"), (999_000_000, "999 MB"),
      (1_300_000_000, "1.3 GB"), (64_000_000_000, "64.0 GB"),
    ])
  func memory(bytes: Int, words: String) {
    #expect(ByteCount.inWords(bytes) == words)
  }
}
