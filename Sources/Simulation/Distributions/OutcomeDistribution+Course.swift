import Tables

/// Whether and when talks resume, and how long they are suspended.
extension OutcomeDistribution {
  /// The row of `course.csv` of one measure: of those measures that are shares of runs, how many
  /// and of how many; of the others the mean.
  package enum CourseRow: Sendable, Equatable {
    case share(measure: String, WilsonInterval)
    case mean(measure: String, CourseCounts.Sum)

    var measure: String {
      switch self {
      case .share(let measure, _), .mean(let measure, _): measure
      }
    }
  }

  /// Runs in which suspended talks resumed, of those in which they were suspended or began so.
  package var resumed: WilsonInterval {
    WilsonInterval(count: course.firstResumption.count, total: course.runsSuspended)
  }

  package var courseRows: [CourseRow] {
    [
      .share(measure: "resumed", resumed), .mean(measure: "first_resumption", course.firstResumption),
      .mean(measure: "suspensions", course.suspensions),
      .mean(measure: "rounds_suspended", course.roundsSuspended),
    ]
  }

  /// `course`, and `resumption`, without rows where talks were never suspended.
  func tablesOfTheCourse() throws(TableError) -> [Table] {
    let rows = courseRows
    func column(_ name: String, _ value: (WilsonInterval?, CourseCounts.Sum?) -> Double?) -> Column {
      .real(
        name,
        rows.map { row in
          switch row {
          case .share(_, let share): value(share, nil)
          case .mean(_, let sum): value(nil, sum)
          }
        })
    }
    let counts = rows.map { row -> Int? in
      switch row {
      case .share(_, let share): share.count
      case .mean(_, let sum): sum.count
      }
    }
    let course = try Table(
      "course",
      columns: [
        .text("measure", rows.map(\.measure)), .integer("count", counts),
        column("mean") { $1?.mean }, column("share") { share, _ in share?.share },
        column("low") { share, sum in share.map(\.low) ?? sum?.interval?.lowerBound },
        column("high") { share, sum in share.map(\.high) ?? sum?.interval?.upperBound },
      ])
    let curve = self.course.survival.rows
    return [
      course,
      try Table(
        "resumption",
        columns: [
          .integer("rounds", curve.map(\.round)), .integer("at_risk", curve.map(\.atRisk)),
          .integer("resumed", curve.map(\.agreements)), .integer("censored", curve.map(\.censored)),
          .real("share", curve.map { 1 - $0.survival }), .real("low", curve.map { 1 - $0.high }),
          .real("high", curve.map { 1 - $0.low }),
        ]),
    ]
  }
}
