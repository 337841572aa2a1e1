import Foundation
import Simulation
import Tables
import Testing

@testable import Reports

/// Wherever a person reads an interval it is spelt in one way: "a to b", with a minus where text is
/// set and a hyphen at a terminal.
@Suite("One spelling of an interval") struct IntervalSpellingTests {
  /// What of a text spells an interval otherwise: a dash or an ellipsis between two numbers.
  private static func dashes(in text: String) -> [String] {
    text.matches(of: /[0-9٠-٩][%٪]? ?[–—…] ?[−+-]?[0-9٠-٩∞]/).map { String($0.output) }
  }

  /// Numbers below zero with a hyphen.
  private static func hyphens(in text: String) -> [String] {
    text.matches(of: /(?:^|[\s(=±\[])-[0-9٠-٩∞]/).map { String($0.output) }
  }

  /// What a page or a picture says, without its code.
  private static func said(_ markup: String) -> String {
    WellFormedness(
      of: markup.replacing(/<(code|style|script)\b[^>]*>.*?<\/\1>/.dotMatchesNewlines(), with: "x")
    )
    .characters
  }

  private static let contents: [ReportContent] = ["en", "ar"].flatMap { language in
    [Specimen.fishery, Specimen.deadlock, Specimen.oneRun].map {
      var content = $0
      content.language = language
      return content
    }
  }

  @Test("pages say no interval with a dash, and no number below zero with a hyphen")
  func pages() {
    var intervals = 0
    for content in Self.contents {
      // Ranges of assumptions are words of the specimen.
      let said = Self.said(HTMLReport(content).html).replacing(/uniform from \S+ to \S+/, with: "")
      #expect(Self.dashes(in: said) == [] && Self.hyphens(in: said) == [])
      #expect(content.language == "en" || said.firstMatch(of: /[0-9%] to [−+]?[0-9]/) == nil)
      intervals += said.matches(of: content.language == "en" ? /[0-9] to [0-9]/ : /[0-9] إلى [0-9]/).count
    }
    #expect(intervals > 60)
  }

  @Test(
    "pictures say no interval with a dash, and no number below zero with a hyphen", arguments: ["en", "ar"])
  func pictures(language: String) {
    let content = Gallery.content(parties: 3, options: 5, isNumeric: true, language: language)
    let of = PictureLanguage(tag: language)
    let pictures = Gallery.ofRuns(content, of) + Gallery.ofStudies(of)
    var (intervals, minuses) = (0, 0)
    for picture in pictures {
      let said = Self.said(picture.svg)
      #expect(Self.dashes(in: said) == [] && Self.hyphens(in: said) == [], "\(picture.name)")
      #expect(language == "en" || said.firstMatch(of: /[0-9%] to [−+]?[0-9]/) == nil, "\(picture.name)")
      intervals += said.matches(of: language == "en" ? /[0-9] to [−+]?[0-9]/ : /[0-9] إلى [−+]?[0-9]/).count
      minuses += said.matches(of: /−[0-9]/).count
    }
    #expect(pictures.count > 20 && intervals > 100 && minuses > 5)
  }

  @Test("summaries at a terminal say no interval with a dash, and no number with a set minus")
  func terminal() {
    var intervals = 0
    for content in Self.contents {
      let words: MessageWords? = content.language == "ar" ? .arabic() : nil
      let said = TextSummary(content, style: TerminalStyle(), in: words).text
        .replacing(/[\u{2066}-\u{2069}]/, with: "")
      #expect(Self.dashes(in: said) == [] && said.firstMatch(of: /−[0-9]/) == nil)
      #expect(words == nil || said.firstMatch(of: /[0-9%] to [-+]?[0-9]/) == nil)
      intervals += said.matches(of: words == nil ? /[0-9] to [0-9]/ : /[0-9] إلى [0-9]/).count
    }
    #expect(intervals > 30)
  }

  @Test("a minus stands before numbers alone: names, dates, paths and options keep their hyphens")
  func minus() {
    #expect(
      Minus.set(in: "-3 (-0.5 to -∞), x = -2, 2026-11-30, paris-2025, NAME-2, --seed 1, a - b, /-1, 1-2, -x")
        == "−3 (−0.5 to −∞), x = −2, 2026-11-30, paris-2025, NAME-2, --seed 1, a - b, /-1, 1-2, -x")
    #expect(Minus.set(in: "\u{2066}-3\u{2069}") == "\u{2066}−3\u{2069}")
  }

  @Test("an Arabic interval sets each end apart, so that a sign stays before its number")
  func arabic() {
    #expect(IntervalWords.arabic.text("-1", "+2") == "\u{2066}-1\u{2069} إلى \u{2066}+2\u{2069}")
    #expect(
      Markup.interval(IntervalWords.arabic.text("-1", "+2")).spelt(in: .arabic).written()
        == "<span class=\"figure\"><bdi class=\"figure\" dir=\"ltr\">−١</bdi> إلى <bdi class=\"figure\" dir=\"ltr\">+٢</bdi></span>"
    )
    let estimate = ShareEstimate(
      count: 1, share: 0.305, low: 0.296, high: 0.314, models: ModelRange(low: 0.09, high: 0.44, models: 8))
    #expect(
      Label.plain(Numerals.estimate(estimate, in: .arabic))
        == "30.5% (السحب 29.6 إلى 31.4؛ وعبر النماذج، وعددها 8: 9.0 إلى 44.0)")
  }
}
