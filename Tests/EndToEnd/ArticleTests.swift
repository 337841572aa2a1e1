import Foundation
import Testing

@Suite("Articles")
struct ArticleTests {
  @Test(
    "every line of an article that starts the program does what it says",
    arguments: [
      ("Experiments/Scores", 5), ("Experiments/GivenData", 4), ("Experiments/Answers", 3),
      ("Experiments/Formula", 4), ("Experiments/Shards", 4), ("Scenarios/Tutorial", 8),
      ("Reports/Worksheet", 7), ("Reports/Pages", 5), ("Scenarios/Editors", 1), ("Experiments/Levers", 3),
      ("detente/WhatRunWrites", 2), ("detente/AtThePrompt", 8), ("detente/OneRun", 3),
    ])
  func lines(article: String, count: Int) throws {
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: Program.package.appending(path: "scenarios"), to: place.url.appending(path: "scenarios"))
      let (module, name) = (article.split(separator: "/")[0], article.split(separator: "/")[1])
      let file = Program.package.appending(path: "Sources/\(module)/Documentation.docc/\(name).md")
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
