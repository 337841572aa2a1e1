import Bargaining
import Testing

/// The course of the talks by itself, without parties and forums.
struct CoursePartTests {
  private static func course(_ talks: String) throws -> (course: Course, numbers: RunNumbers, arena: Arena) {
    var pie = Pie(rounds: 8)
    pie.rest += #", "talks": {\#(talks)}"#
    let scenario = try pie.scenario()
    let arena = Arena()
    let numbers = RunNumbers(scenario, arena: arena)
    let course = Course(scenario, numbers: numbers, stopWatch: StopWatch(roundSteps: 0), arena: arena)
    numbers.draw(run: 0, seed: 1)
    course.begin()
    return (course, numbers, arena)
  }

  @Test("the clock runs from the first round to the last")
  func clockRunsFirst() throws {
    let (course, _, arena) = try Self.course("")
    withExtendedLifetime(arena) {
      for round in 0..<8 {
        course.enter(round)
        #expect(course.round == round)
        #expect(course.time(of: 0) == Double(round + 1) / 9)
      }
    }
  }

  @Test("talks stall after so many sittings in a row without progress")
  func talksStallAfter() throws {
    let (course, _, arena) = try Self.course(#""suspend_after": 3"#)
    withExtendedLifetime(arena) {
      // Progress in sitting 1 starts the count anew: 2, 3 and 4 are without any.
      var turns: [Course.Turn] = []
      for sitting in 0..<5 {
        course.enter(sitting)
        course.beginSittings()
        course.countSitting()
        if sitting == 1 { course.noteProgress() }
        course.endSittings()
        turns.append(course.turn())
      }
      #expect(turns == [.goesOn, .goesOn, .goesOn, .goesOn, .stalled])
      course.suspend()
      #expect(course.isSuspended)
      #expect(course.turn() == .goesOn)
      #expect(course.counts.roundsSat == 5 && course.counts.suspensions == 1)
    }
  }

  @Test("suspended talks resume by the hazard of effort and pain")
  func suspendedTalksResume() throws {
    let (course, numbers, arena) = try Self.course(
      #""start": "suspended", "resume": {"base": 0.1, "mediation": 0.5, "pain": 2}"#)
    withExtendedLifetime(arena) {
      // 1 - exp(-(0.1 + 0.5 * 0.4 + 2 * 0.1)) = 1 - exp(-0.5).
      let share = 0.3934693402873666
      var resumed = 0
      for run in 0..<4_000 {
        numbers.draw(run: UInt32(run), seed: 2)
        course.begin()
        course.enter(0)
        #expect(course.isSuspended)
        if course.resume(effort: 0.4, pain: 0.1) == .resumed {
          resumed += 1
          #expect(!course.isSuspended && course.counts.resumptions == 1)
        } else {
          #expect(course.isSuspended && course.counts.roundsSuspended == 1)
        }
      }
      #expect(isNear(resumed, share, of: 4_000))
    }
  }

  @Test("certain breakdown breaks down active and suspended talks")
  func certainBreakdownBreaks() throws {
    let (course, _, arena) = try Self.course(
      #""collapse": {"active": 1, "suspended": 1}, "start": "suspended""#)
    withExtendedLifetime(arena) {
      course.enter(0)
      #expect(course.resume(effort: 100, pain: 100) == .brokenDown)
      #expect(course.turn() == .brokenDown)
    }
  }
}
