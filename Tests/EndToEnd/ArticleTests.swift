import Foundation
import Testing

@Suite("Articles")
struct ArticleTests {
  @Test(
    "every line of an article that starts the program does what it says",
    arguments: [("Scores", 5), ("GivenData", 4), ("Answers", 3), ("Formula", 4), ("Shards", 4)])
  func lines(article: String, count: Int) throws {
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: Program.package.appending(path: "scenarios"), to: place.url.appending(path: "scenarios"))
      let file = Program.package.appending(path: "Sources/Experiments/Documentation.docc/\(article).md")
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
