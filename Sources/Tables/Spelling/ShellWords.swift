/// Command lines as one types them.
package enum ShellWords {
  /// The words joined by blanks, quoted where a shell would otherwise read more into them.
  package static func line(_ words: [String]) -> String {
    words.map(quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_-./=,:+@%".unicodeScalars.contains(scalar)
    }
    guard word.isEmpty || !isPlain else { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
