import Bargaining
import Foundation
import Reports
import Scenarios
import Tables
import Testing

@Suite struct TellingTests {
  /// What was written down by hand, from the rules in ``StormTalks``.
  @Test("a run played by hand is told as a person would tell it")
  func runPlayedHand() throws {
    let (run, scenario) = try StormTalks.run()
    #expect(
      Telling(run, of: scenario).text == """
        Four parts
        Run 0 of seed 1; at most 4 rounds

        At the table
          Ada: no agreement is worth 0; willingness to concede 1.
          Ben: no agreement is worth 0; willingness to concede 1.
          Main table: Ada and Ben; alternating offers, every round.

        Round 1
          A storm: Ada, cost of delay, from 0 to 0.01.
          Ada offered Share of Ada: 4 parts.
            Ben refused: it crosses a red line (Share of Ada: 4 parts).
          Ben offered Share of Ada: 0 parts.

        Round 2
          A storm: the effects that lasted for a time are over.
          Ada refused the standing offer by Ben: the counter-offer in hand is worth
          more.
          Ada moved: Share of Ada from 4 to 3 parts.
            Ben refused: the counter-offer in hand is worth more.
          Ben moved: Share of Ada from 0 to 1 parts.

        Round 3
          Ada refused the standing offer by Ben: the counter-offer in hand is worth
          more.
          Ada moved: Share of Ada from 3 to 2 parts.
            Ben refused: the counter-offer in hand is worth more.

        Round 4
          Ada accepted the standing offer by Ben.

        How it ends
          Full agreement in round 4, on an offer by Ben.
            Share of Ada: 1 parts
          Ada: utility 0.25, surplus 0.26.
          Ben: utility 0.75, surplus 0.75.

        """)
  }

  @Test("in Arabic, sentences and labels are Arabic")
  func arabicSentencesLabels() throws {
    let (run, scenario) = try StormTalks.run()
    let lines = Telling(run, of: scenario, language: .arabic).text.split(separator: "\n").map {
      $0.replacing("\u{200E}", with: "").trimmingCharacters(in: .whitespaces)
    }
    for line in [
      "أربعة أجزاء", "حول الطاولة", "الجولة 1", "حدث: عاصفة. آدا، كلفة التأخير، من 0 إلى 0.01.",
      "رفض من بن: تجاوز خط أحمر (نصيب آدا: 4 parts).", "عاصفة: انتهت الآثار المؤقتة.",
      "رفض من آدا للعرض القائم من بن: العرض المقابل المُعدّ أفضل.",
      "تعديل في عرض آدا: نصيب آدا من «4» إلى «3 parts».", "قبول من آدا للعرض القائم من بن.", "كيف تنتهي",
      "اتفاق كامل في الجولة 4، على عرض من بن.", "آدا: المنفعة 0.25، والفائض 0.26.",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
  }

  @Test("rounds in which the same is offered and refused are folded into one line")
  func roundsWhichSame() throws {
    let text = StormTalks.text.replacing("\"rounds\": 4", with: "\"rounds\": 9, \"round_unit\": \"day\"")
      .replacing("\"reservation\": 0,", with: "\"reservation\": 0, \"willingness\": 0,")
    let scenario = try ScenarioReader.read(text: text, name: "storm.jsonc").scenario
    let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
    let told = Telling(run, of: scenario).text
    // Nobody moves. Ada's first answer, in round 2, is news still; then nothing is.
    #expect(told.contains("\nDays 3 to 9: the same offers, refused for the same reasons.\n"))
    #expect(told.contains("\n  Time ran out after 9 days, without agreement.\n"))
    #expect(!told.contains("\nDay 3\n"))
    let arabic = Telling(run, of: scenario, language: .arabic).text
    #expect(arabic.contains("\nمن اليوم 3 إلى اليوم 9: العروض نفسها، والرفض للأسباب نفسها."))
  }

  @Test("every reason to refuse has words of its own", arguments: TellingLanguage.allCases)
  func reasonRefuseHas(language: TellingLanguage) throws {
    let (original, scenario) = try StormTalks.run()
    let sentences = try Refusal.allCases.map { refusal in
      var run = original
      let place = try #require(run.acts.firstIndex { $0.kind == .reject })
      run.acts[place].because = refusal
      let lines = Telling(run, of: scenario, language: language).text.split(separator: "\n")
      return try #require(lines.first { $0.contains(" refused: ") || $0.contains("رفض من بن: ") })
    }
    #expect(Set(sentences).count == Refusal.allCases.count)
    if language == .arabic {
      let words = sentences.joined().replacing("parts", with: "")
      #expect(!words.contains { $0.isASCII && $0.isLetter })
    }
  }

  @Test(
    "every round of a run is in exactly one chapter, in order, and no act that is new is lost",
    arguments: Shipped.names)
  func roundRunExactly(
    name: String
  ) throws {
    let scenario = try Shipped.scenario(name)
    let negotiation = try Negotiation(scenario)
    for number in UInt32(0)..<40 {
      let run = TracedRun(number, seed: 3, in: negotiation)
      var rounds: [Int] = []
      var told: [TalkAct] = []
      for chapter in ChapterWriter.chapters(of: run, scenario) {
        switch chapter {
        case .news(let round, let acts, _):
          rounds.append(round)
          told += acts.map(\.act)
          #expect(acts.allSatisfy { $0.act.round == round })
        case .repetition(let range, _): rounds += range
        case .silence(let range, _):
          rounds += range
          #expect(!run.acts.contains { range.contains($0.round) })
        }
      }
      #expect(rounds == Array(0...run.record.round))
      let always: [TalkAct.Kind] = [.event, .suspend, .resume]
      #expect(told.filter { always.contains($0.kind) } == run.acts.filter { always.contains($0.kind) })
      // Each author's first words are told, and each different verdict of each judge.
      for act in run.acts where act.kind == .offer || act.kind == .text {
        #expect(told.contains { $0.actor == act.actor && $0.options == act.options })
      }
      for act in run.acts where act.kind == .accept || act.kind == .reject {
        #expect(
          told.contains {
            $0.actor == act.actor && $0.options == act.options && $0.because == act.because
              && $0.kind == act.kind
          })
      }
    }
  }

  @Test(
    "no line is wider than the terminal, and only colour needs escape sequences", arguments: Shipped.names)
  func lineWiderThan(name: String) throws {
    let scenario = try Shipped.scenario(name)
    let run = TracedRun(5, seed: 2, in: try Negotiation(scenario))
    for language in TellingLanguage.allCases {
      for width in [40, 57, 80, 100] {
        let text = Telling(run, of: scenario, language: language, style: TerminalStyle(width: width)).text
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width })
        #expect(!text.contains("\u{1B}"))
      }
      let plain = Telling(run, of: scenario, language: language).text
      let coloured = Telling(run, of: scenario, language: language, style: TerminalStyle(isColoured: true))
        .text
      #expect(coloured.contains("\u{1B}[1m"))
      #expect(coloured.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
    }
  }

  @Test("a label cannot steer the terminal")
  func labelCannotSteer() throws {
    let text = StormTalks.text.replacing("\"en\": \"Ada\"", with: "\"en\": \"A\\u001B[31mda\"")
    let scenario = try ScenarioReader.read(text: text, name: "storm.jsonc").scenario
    let run = TracedRun(0, seed: 1, in: try Negotiation(scenario))
    #expect(!Telling(run, of: scenario).text.contains("\u{1B}"))
  }

  @Test("a text that lacks only trust says whom it lacks")
  func textLacksOnly() throws {
    let scenario = try Shipped.scenario("paris-2025")
    let negotiation = try Negotiation(scenario)
    for number in UInt32(0)..<20 {
      let run = TracedRun(number, seed: 1, in: negotiation)
      guard run.acts.contains(where: { $0.because == .noTrust }) else { continue }
      let told = Telling(run, of: scenario, style: TerminalStyle(width: 100)).text
      #expect(told.contains(/there is too little\s+trust\s+in\s+(Egypt|Qatar|United|Türkiye|France)/))
      return
    }
    Issue.record("no run lacked trust")
  }
}
