import Bargaining
import Tables

/// What all texts met with in a block of draws.
struct TextTallyRecord: StudyRecord {
  /// A whole one.
  let tally: TextTally
  /// ``MeanWorths/sums``.
  let means: [Int64]

  init(tally: TextTally, means: [Int64]) {
    self.tally = tally
    self.means = means
  }

  /// Of most texts there is nothing to say: those that were taken at the table are listed, each by
  /// how many it stands behind the one before.
  func write(to record: inout WordWriter) {
    record.write(tally.texts)
    for number in tally.totals { record.write(ZigZag.word(number)) }
    var last = -1
    for text in 0..<tally.texts where tally.acceptancesAtTable(of: text) > 0 {
      // Always above 0, so that a 0 ends the list.
      record.write(text - last)
      last = text
      for number in tally.counts(of: text) { record.write(ZigZag.word(number)) }
    }
    record.write(0)
    record.write(list: means) { $0.write(ZigZag.word($1)) }
  }

  init?(reading words: inout WordReader) {
    func numbers(_ count: Int) -> [Int64]? {
      var numbers: [Int64] = []
      for _ in 0..<count {
        guard let word = words.word() else { return nil }
        numbers.append(ZigZag.number(word))
      }
      return numbers
    }
    guard let texts = words.count(), texts <= TextSurveyPlan.mostTexts, let totals = numbers(3),
      0 <= totals[1], totals[1] <= totals[0], totals[0] <= TextSurveyPlan.mostDraws
    else { return nil }
    let tally = TextTally(texts: texts)
    tally.add(totals: totals)
    var text = -1
    while true {
      guard let step = words.count(), step < texts - text else { return nil }
      if step == 0 { break }
      guard let counts = numbers(4), 0 < counts[0], counts[0] <= totals[0], 0 <= counts[1],
        counts[1] <= counts[0]
      else { return nil }
      text += step
      tally.add(counts: counts, of: text)
    }
    guard let count = words.count(), count <= 1 << 24, let means = numbers(count) else { return nil }
    self.init(tally: tally, means: means)
  }
}

/// Signed numbers as words that are short where the number is small.
enum ZigZag {
  static func word(_ number: Int64) -> UInt64 { UInt64(bitPattern: (number << 1) ^ (number >> 63)) }

  static func number(_ word: UInt64) -> Int64 { Int64(bitPattern: word >> 1) ^ -Int64(bitPattern: word & 1) }
}
