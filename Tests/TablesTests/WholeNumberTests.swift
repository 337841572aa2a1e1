import Tables
import Testing

@Suite("Whole numbers as they are typed") struct WholeNumberTests {
  @Test(
    "thousands may be written with letters, exponents and underscores",
    arguments: [
      ("0", 0), ("10k", 10_000), ("10K", 10_000), ("1e6", 1_000_000), ("1E6", 1_000_000), ("2M", 2_000_000),
      ("1.5k", 1_500), ("1.25e3", 1_250), ("0.5M", 500_000), ("1_000", 1_000), ("3G", 3_000_000_000),
      ("1.50k", 1_500), ("18446744073709551615", UInt64.max), ("2.0k", 2_000),
    ] as [(String, UInt64)])
  func read(text: String, number: UInt64) { #expect(WholeNumber.parse(text) == number) }

  @Test(
    "what is no whole number, or too large, is none",
    arguments: [
      "", "k", "1.5", "1.0005k", "1e", "e6", "-1", "+1", "1k5", "1 k", "0x10", "18446744073709551616", "1e20",
      "99999999999G", "1.e3", ".5k", "1__", "_1", "1.2.3k", "nan", "1kk",
    ])
  func refused(text: String) { #expect(WholeNumber.parse(text) == nil) }
}
