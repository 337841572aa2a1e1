import Experiments
import Testing

@Suite("Rows that are looked at again")
struct RowSampleTests {
  @Test("are the first, the last and as many others as are asked for, each once, rising")
  func shape() {
    for count in 0...12 {
      for others in 0...14 {
        let rows = RowSample.rows(of: count, others: others, seed: 3)
        #expect(rows.count == min(others + min(count, 2), count), "\(others) of \(count)")
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0 < $1 })
        #expect(count == 0 || rows.first == 0 && rows.last == count - 1)
      }
    }
    #expect(RowSample.rows(of: 1_000_000_000, others: 5, seed: 1).count == 7)
  }

  /// Each of the 8 rows in between is among 3 of them with probability 3/8: of 4,000 samples 1,500,
  /// standard deviation 30.6; each pair with 3 · 2 / (8 · 7): 428.6, standard deviation 19.6.
  @Test("are drawn with equal chances, alone and in pairs")
  func chances() {
    var counts = Array(repeating: Array(repeating: 0, count: 10), count: 10)
    for seed in 0..<UInt64(4_000) {
      let rows = RowSample.rows(of: 10, others: 3, seed: seed).dropFirst().dropLast()
      for a in rows { for b in rows { counts[a][b] += 1 } }
    }
    for a in 1...8 {
      #expect(abs(counts[a][a] - 1_500) < 153, "row \(a): \(counts[a][a])")
      for b in 1..<a { #expect(abs(Double(counts[a][b]) - 428.6) < 98, "\(a), \(b): \(counts[a][b])") }
    }
  }
}
