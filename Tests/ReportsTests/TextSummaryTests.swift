import Reports
import Tables
import Testing

/// Whole outputs on the invented numbers of ``Specimen``, laid out by hand: bars are drawn to scale
/// (a share of 18.75% of 35 columns is 6 and 9/16, shown as 6 and 5/8), shares and sums are those
/// of the counts.
@Suite struct TextSummaryTests {
  @Test("a summary of 80 columns reads at a glance")
  func summary80Columns() {
    #expect(
      TextSummary(Specimen.fishery).text == #"""
        Herring in the Strait
        10,000 runs of 20 days, seed 7

        How the talks end                                    share of runs, 95% interval
          Full agreement     ███████████                           31.2%  (30.3 to 32.2)
          Partial agreement  ██████▋                               18.8%  (18.0 to 19.5)
          Collapsed          ███▌                                  10.0%  (9.4 to 10.6)
          Out of time        ██████████████                        40.0%  (39.0 to 41.0)
          No run ended otherwise (rejected at home).

        What is agreed                                         share of 5,000 agreements
          1. 30.0% (28.7 to 31.3)
             Quota: 40,000 t · Season: March to May · Patrols: joint
          2. 15.0% (14.0 to 16.0), together 45.0%
             Quota: 40,000 t

        When they agree
          A quarter of the runs had agreed by day 5, 50.0% (49.0 to 51.0) by the end
          (day 20).

        Whose text is agreed                           share of agreements, 95% interval
          Norway             █████████████████████                 60.0%  (58.6 to 61.4)
          Bishop of Visby    ███▌                                  10.0%  (9.2 to 10.9)
          30.0% (28.7 to 31.3) of the agreements were struck on an offer of the parties'
          own.

        Where it is agreed                             share of agreements, 95% interval
          Oslo               ███████████████████████████████▌      90.0%  (89.1 to 90.8)
          Back channel       ███▌                                  10.0%  (9.2 to 10.9)

        When they fail
          Of the 5,000 runs without agreement, 2,000 (40.0%, 95% interval 38.7 to 41.4)
          had a zone of agreement and missed it; in the other 3,000 no deal was good
          enough for all.

        What this rests on
          212 numbers: 31 sourced, 181 assumptions. This is a picture of the
          assumptions, not a prediction.

        """#)
  }

  @Test("on 40 columns the bars give way and nothing else")
  func columnsBarsGive() {
    #expect(
      TextSummary(Specimen.fishery, style: TerminalStyle(width: 40)).text == #"""
        Herring in the Strait
        10,000 runs of 20 days, seed 7

        How the talks end
          Full agreement    31.2% (30.3 to 32.2)
          Partial agreement 18.8% (18.0 to 19.5)
          Collapsed         10.0% (9.4 to 10.6)
          Out of time       40.0% (39.0 to 41.0)
          No run ended otherwise (rejected at
          home).

        What is agreed
          1. 30.0% (28.7 to 31.3)
             Quota: 40,000 t ·
             Season: March to May ·
             Patrols: joint
          2. 15.0% (14.0 to 16.0), together
          45.0%
             Quota: 40,000 t

        When they agree
          A quarter of the runs had agreed by
          day 5, 50.0% (49.0 to 51.0) by the end
          (day 20).

        Whose text is agreed
          Norway            60.0% (58.6 to 61.4)
          Bishop of Visby   10.0% (9.2 to 10.9)
          30.0% (28.7 to 31.3) of the agreements
          were struck on an offer of the
          parties' own.

        Where it is agreed
          Oslo              90.0% (89.1 to 90.8)
          Back channel      10.0% (9.2 to 10.9)

        When they fail
          Of the 5,000 runs without agreement,
          2,000 (40.0%, 95% interval 38.7 to
          41.4) had a zone of agreement and
          missed it; in the other 3,000 no deal
          was good enough for all.

        What this rests on
          212 numbers: 31 sourced, 181
          assumptions. This is a picture of the
          assumptions, not a prediction.

        """#)
  }

  @Test("when nobody agrees it says so and asks whether there was anything to find")
  func whenNobodyAgrees() {
    #expect(
      TextSummary(Specimen.deadlock).text == #"""
        Herring in the Strait
        100 runs of 20 days, seed 7

        How the talks end                                    share of runs, 95% interval
          Out of time      ████████████████████████████████████  100.0%  (96.3 to 100.0)
          No run ended otherwise (full agreement, partial agreement, rejected at home,
          collapsed).

        When they agree
          No run agreed within 20 days.

        When they fail
          Of the 100 runs without agreement, 60 (60.0%, 95% interval 50.2 to 69.1) had a
          zone of agreement and missed it; in the other 40 no deal was good enough for
          all.

        What this rests on
          212 numbers: 31 sourced, 181 assumptions. This is a picture of the
          assumptions, not a prediction.

        """#)
  }

  @Test("one run is one run, with the wide intervals that it deserves")
  func oneRunOne() {
    #expect(
      TextSummary(Specimen.oneRun).text == #"""
        Herring in the Strait
        1 run of 1 day, seed 7

        How the talks end                                    share of runs, 95% interval
          Full agreement  █████████████████████████████████████  100.0%  (20.7 to 100.0)
          No run ended otherwise (partial agreement, rejected at home, collapsed, out of
          time).

        What is agreed                                              share of 1 agreement
          1. 100.0% (20.7 to 100.0)
             Quota: 40,000 t · Season: March to May · Patrols: joint

        When they agree
          100.0% (20.7 to 100.0) of the runs had agreed by the end (day 1).

        Whose text is agreed                           share of agreements, 95% interval
          Norway          █████████████████████████████████████  100.0%  (20.7 to 100.0)

        Where it is agreed                             share of agreements, 95% interval
          Oslo            █████████████████████████████████████  100.0%  (20.7 to 100.0)

        What this rests on
          1 number: 0 sourced, 1 assumption (1 of them not marked as such), besides 1
          documented default. This is a picture of the assumptions, not a prediction.

        """#)
  }

  @Test("interrupted at once, it shows what the scenario rests on and nothing else")
  func interruptedOnceShows() {
    #expect(
      TextSummary(Specimen.nothing, style: TerminalStyle(width: 40)).text == #"""
        Herring in the Strait
        0 of 10,000 runs of 20 days, seed 7

        No run was completed

        What this rests on
          212 numbers: 31 sourced, 181
          assumptions. This is a picture of the
          assumptions, not a prediction.
          Interrupted before the first run was
          done.

        """#)
  }

  @Test("a dumb terminal gets ASCII without colour")
  func dumbTerminalGets() {
    let style = TerminalStyle(environment: ["TERM": "dumb"], columns: 60, isTerminal: true)
    let text = TextSummary(Specimen.fishery, style: style).text
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII && $0 != "\u{1B}" })
    #expect(text.contains("\n  Full agreement     #####             31.2%  (30.3 to 32.2)\n"))
  }

  @Test("colour adds escape sequences and changes no column")
  func colourAddsEscape() {
    let plain = TextSummary(Specimen.fishery).text
    let coloured = TextSummary(Specimen.fishery, style: TerminalStyle(isColoured: true)).text
    #expect(coloured.contains("\u{1B}[1mHow the talks end\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
  }

  @Test("no line is wider than the terminal", arguments: [40, 80, 200], Specimen.Case.allCases)
  func lineWiderThan(width: Int, specimen: Specimen.Case) {
    let text = TextSummary(specimen.content, style: TerminalStyle(width: width)).text
    let lines = text.split(separator: "\n")
    #expect(lines.count > 3)
    for line in lines { #expect(DisplayWidth.of(line) <= width) }
  }

  @Test("a hostile label cannot reach the terminal's controls")
  func hostileLabelCannot() {
    let text = TextSummary(Specimen.hostile).text
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!text.unicodeScalars.contains("\u{202E}"))
  }

  @Test("Arabic labels end in a left-to-right mark, so that the numbers after them stay where they are")
  func arabicLabelsEnd() {
    #expect(TextSummary(Specimen.hostile).text.contains("وقف إطلاق النار\u{200E}: ستون يوماً\u{200E}\n"))
  }

  @Test("colour needs a terminal that wants it")
  func colourNeedsTerminal() {
    func isColoured(_ environment: [String: String], isTerminal: Bool = true) -> Bool {
      TerminalStyle(environment: environment, columns: nil, isTerminal: isTerminal).isColoured
    }
    #expect(isColoured(["TERM": "xterm"]))
    #expect(isColoured(["NO_COLOR": ""]))
    #expect(!isColoured(["NO_COLOR": "1"]))
    #expect(!isColoured(["TERM": "dumb"]))
    #expect(!isColoured([:], isTerminal: false))
    #expect(TerminalStyle(environment: ["COLUMNS": "120"], columns: nil, isTerminal: false).width == 120)
  }
}
