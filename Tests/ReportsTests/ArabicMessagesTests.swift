import Foundation
import Scenarios
import Tables
import Testing

@testable import Reports

@Suite("Messages in Arabic")
struct ArabicMessagesTests {
  private static let all = ArabicMessages.parts.flatMap { part in part.map { ($0.key, $0.value) } }

  /// What every test here goes through; none of them holds for want of sentences.
  init() throws { try #require(Self.all.count > 500) }

  private func places(_ template: String) -> Set<String> {
    Set(template.matches(of: /\{[0-9]+\}/).map { String($0.output) })
  }

  @Test("an Arabic sentence has the places of the English one, each of them and no other")
  func places() {
    for (english, arabic) in Self.all {
      #expect(places(english) == places(arabic), "\(english)")
    }
  }

  @Test("no English sentence has two in Arabic")
  func once() {
    var seen: Set<String> = []
    for (english, _) in Self.all { #expect(seen.insert(english).inserted, "\(english)") }
  }

  @Test("Latin letters stand between backticks, where they are set apart")
  func isolated() {
    for (english, arabic) in Self.all {
      let parts = arabic.split(separator: "`", omittingEmptySubsequences: false)
      #expect(!parts.count.isMultiple(of: 2), "\(english)")
      let prose = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { $0.element }.joined()
      #expect(!prose.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }, "\(arabic)")
    }
  }

  @Test("nothing that reorders text is written into a sentence by hand")
  func unmarked() {
    for (_, arabic) in Self.all {
      #expect(!arabic.unicodeScalars.contains { Label.isReordering($0) }, "\(arabic)")
    }
  }

  /// What the sources say and Arabic does not, by the fixture of that name.
  private static let lacking: Set<String> = {
    let file = Fixture.folder.appending(path: "arabic-lacks.txt")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    return Set(lines.filter { !$0.hasPrefix("#") }.map { String($0).replacing("\\n", with: "\n") })
  }()

  @Test("Arabic lacks of the sentences in the sources those that arabic-lacks.txt lists, and no other")
  func sources() throws {
    let found = try MessageSources.templates()
    #expect(found.count > 500)
    let known = Set(Self.all.map(\.0))
    let lacking = Set(found).subtracting(known)
    #expect(lacking.subtracting(Self.lacking).sorted() == [], "to be added to Reports/Words/Messages")
    #expect(Self.lacking.subtracting(lacking).sorted() == [], "to be taken from arabic-lacks.txt")
  }

  @Test("every fault of the faulty scenarios is told in Arabic, with its place as it is")
  func faulty() throws {
    let folder = Fixture.folder.appending(path: "faulty")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jsonc" }
    #expect(files.count >= 80)
    let words = MessageWords.arabic()
    var lacking: Set<String> = []
    for file in files {
      guard
        let fault = #expect(
          throws: ScenarioFault.self, performing: { try ScenarioReader.read(path: file.path) })
      else { continue }
      for diagnostic in fault.diagnostics.list() {
        lacking.formUnion(words.lacks(diagnostic.heading) + words.lacks(diagnostic.advice))
      }
      let told = fault.diagnostics.rendered(in: words)
      let first = try #require(fault.diagnostics.list().first)
      if first.line > 0 {
        #expect(told.contains("\u{2068}\(first.file):\(first.line):\(first.column)\u{2069}: "))
      }
      #expect(told.contains("خطأ") || told.contains("تنبيه"))
    }
    #expect(lacking == [])
  }
}

enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")
}
