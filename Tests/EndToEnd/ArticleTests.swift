import Foundation
import Testing

@Suite("Articles")
struct ArticleTests {
  @Test(
    "every line of an article that starts the program does what it says",
    arguments: [
      ("Experiments/Documentation.docc/Scores", 5), ("Experiments/Documentation.docc/GivenData", 4),
      ("Experiments/Documentation.docc/Answers", 3), ("Experiments/Documentation.docc/Formula", 4),
      ("Reports/Documentation.docc/Pages", 5),
    ])
  func lines(article: String, count: Int) throws {
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: Program.package.appending(path: "scenarios"), to: place.url.appending(path: "scenarios"))
      let file = Program.package.appending(path: "Sources/\(article).md")
      let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("detente ") }
      for line in lines {
        let outcome = try place.program.shell("\"$detente\" \(line.dropFirst("detente ".count))")
        #expect(outcome.status == 0, "\(line): \(outcome.errors)")
      }
      #expect(lines.count == count)
    }
  }
}
