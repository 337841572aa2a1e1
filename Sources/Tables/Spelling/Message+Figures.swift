extension Message {
  /// ``Numerals/counted(_:_:_:)``: `1 run`, `2,000 runs`.
  package static func counted(_ n: Int, _ noun: String, _ plural: String? = nil) -> Message {
    Message.interpolated(Numerals.count(n), " " + (n == 1 ? noun : plural ?? noun + "s"))
  }

  /// A figure and a word after it that is part of the template.
  static func interpolated(_ figure: String, _ word: String) -> Message {
    Message("\(figure)") + Message(whole: word)
  }
}

extension Duration {
  /// ``inWords(seconds:)``, told.
  package static func told(seconds: Double) -> Message {
    let words = inWords(seconds: seconds)
    guard let space = words.firstIndex(of: " "), words.first?.isNumber ?? false else {
      return Message(whole: words)
    }
    return Message.interpolated(String(words[..<space]), String(words[space...]))
  }
}

extension ByteCount {
  /// ``inWords(_:)``, told.
  package static func told(_ bytes: Int) -> Message {
    let words = inWords(bytes)
    guard let space = words.firstIndex(of: " ") else { return Message(whole: words) }
    return Message.interpolated(String(words[..<space]), String(words[space...]))
  }
}
