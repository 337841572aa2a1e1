import Tables

/// How far work has come.
package enum ProgressWords {
  /// `2,752 of 26,948 runs, 10%, 4,299/s, 0:06 left`.
  ///
  /// - Parameters:
  ///   - done: of what is counted.
  ///   - total: all of it, more than 0.
  ///   - unit: what is counted, such as `runs`.
  ///   - elapsed: since the beginning.
  ///   - detail: what else there is to say; may be empty.
  package static func figures(
    done: Int, of total: Int, _ unit: String, elapsed: Duration, detail: Message
  ) -> Message {
    let seconds = elapsed.inSeconds
    var parts: [Message] = [
      "\(Numerals.count(done)) of \(Numerals.count(total)) \(Message(whole: unit))", "\(done * 100 / total)%",
    ]
    if done > 0, seconds > 0 {
      let rate = Double(done) / seconds
      parts.append(rate >= 10 ? "\(Numerals.count(Int(rate)))/s" : "\(Numerals.fixed(rate, 1))/s")
      if done < total { parts.append("\(Duration.onClock(seconds: Double(total - done) / rate)) left") }
    }
    if !detail.isEmpty { parts.append(detail) }
    return "\(each: parts)"
  }
}
