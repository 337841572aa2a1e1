import Foundation
import Randomness
import Simulation
import Testing

@Suite("Kaplan–Meier") struct KaplanMeierTests {
  private typealias Life = (time: Int, event: Bool)

  private func estimate(_ lives: [Life], rounds: Int) -> KaplanMeier {
    var agreements = [Int](repeating: 0, count: rounds)
    var censored = agreements
    for life in lives {
      if life.event { agreements[life.time] += 1 } else { censored[life.time] += 1 }
    }
    return KaplanMeier(runs: lives.count, agreements: agreements, censored: censored)
  }

  private func lives(_ events: [Int], _ censored: [Int]) -> [Life] {
    events.map { ($0, true) } + censored.map { ($0, false) }
  }

  // Gehan's leukaemia data (Freireich et al. 1963). Survival, standard error and log(-log) limits
  // of the treated group, and the first rows of the control group, as Stata's `sts list, by(group)`
  // prints them (G. Rodríguez, Princeton, Demographic Methods, "Kaplan-Meier Survival").
  @Test("Gehan's data give what Stata prints")
  func gehan() {
    let treated = estimate(
      lives([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]), rounds: 36)
    let printed: [(Int, Int, Double, Double, Double, Double)] = [
      (6, 21, 0.8571, 0.0764, 0.6197, 0.9516), (7, 17, 0.8067, 0.0869, 0.5631, 0.9228),
      (10, 15, 0.7529, 0.0963, 0.5032, 0.8894), (13, 12, 0.6902, 0.1068, 0.4316, 0.8491),
      (16, 11, 0.6275, 0.1141, 0.3675, 0.8049), (22, 7, 0.5378, 0.1282, 0.2678, 0.7468),
      (23, 6, 0.4482, 0.1346, 0.1881, 0.6801),
    ]
    for (round, atRisk, survival, error, low, high) in printed {
      let row = treated.rows[round]
      #expect(row.round == round && row.atRisk == atRisk)
      #expect(abs(row.survival - survival) < 0.00005 && abs(row.standardError - error) < 0.00005)
      #expect(abs(row.low - low) < 0.00005 && abs(row.high - high) < 0.00005)
    }
    #expect(treated.medianRound == 23)

    let control = estimate(
      lives([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], []), rounds: 24)
    let first = control.rows[1]
    let second = control.rows[2]
    #expect(abs(first.survival - 0.9048) < 0.00005 && abs(first.standardError - 0.0641) < 0.00005)
    #expect(abs(first.low - 0.6700) < 0.00005 && abs(first.high - 0.9753) < 0.00005)
    #expect(abs(second.survival - 0.8095) < 0.00005 && abs(second.standardError - 0.0857) < 0.00005)
    #expect(abs(second.low - 0.5689) < 0.00005 && abs(second.high - 0.9239) < 0.00005)
    #expect(control.medianRound == 8)
  }

  // Acute myelogenous leukaemia (Miller 1981, p. 49), as R's survival package prints
  // `summary(survfit(Surv(time, status) ~ x, data = aml))`; medians 31 and 23 from `print`.
  @Test("the aml data give R's survival, standard errors and medians")
  func aml() {
    let maintained = estimate(lives([9, 13, 18, 23, 31, 34, 48], [13, 28, 45, 161]), rounds: 162)
    let nonmaintained = estimate(lives([5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45], [16]), rounds: 46)
    let printed: [(KaplanMeier, Int, Int, Double, Double)] = [
      (maintained, 9, 11, 0.909, 0.0867), (maintained, 13, 10, 0.818, 0.1163),
      (maintained, 18, 8, 0.716, 0.1397), (maintained, 23, 7, 0.614, 0.1526),
      (maintained, 31, 5, 0.491, 0.1642), (maintained, 34, 4, 0.368, 0.1627),
      (maintained, 48, 2, 0.184, 0.1535), (nonmaintained, 5, 12, 0.8333, 0.1076),
      (nonmaintained, 8, 10, 0.6667, 0.1361), (nonmaintained, 12, 8, 0.5833, 0.1423),
      (nonmaintained, 23, 6, 0.4861, 0.1481), (nonmaintained, 27, 5, 0.3889, 0.1470),
      (nonmaintained, 30, 4, 0.2917, 0.1387), (nonmaintained, 33, 3, 0.1944, 0.1219),
      (nonmaintained, 43, 2, 0.0972, 0.0919), (nonmaintained, 45, 1, 0, 0),
    ]
    for (curve, round, atRisk, survival, error) in printed {
      let row = curve.rows[round]
      #expect(row.atRisk == atRisk)
      #expect(abs(row.survival - survival) < 0.0005 && abs(row.standardError - error) < 0.00005)
    }
    #expect(maintained.medianRound == 31)
    #expect(nonmaintained.medianRound == 23)
  }

  @Test("random histories agree with the definition computed life by life")
  func bruteForce() {
    var stream = RandomStream(seed: 1958, run: 0, stream: StreamID("kaplan-meier"))
    var inside = 0
    for _ in 0..<100 {
      let size = 1 + Int(stream.below(40))
      let lives: [Life] = (0..<size).map { _ in (Int(stream.below(12)), stream.uniform() < 0.6) }
      let curve = estimate(lives, rounds: 12)
      #expect(curve.rows.map(\.round) == Array(0..<12))
      for row in curve.rows {
        var survival = 1.0
        var sum = 0.0
        for round in 0...row.round {
          let atRisk = Double(lives.filter { $0.time >= round }.count)
          let events = Double(lives.filter { $0.time == round && $0.event }.count)
          if events > 0 {
            survival *= 1 - events / atRisk
            sum += events / (atRisk * (atRisk - events))
          }
        }
        #expect(abs(row.survival - survival) < 1e-12)
        #expect(0 <= row.low && row.low <= row.survival && row.survival <= row.high && row.high <= 1)
        guard survival > 0, survival < 1 else { continue }
        inside += 1
        let reach = 1.959963984540054 * sum.squareRoot() / Foundation.log(survival)
        #expect(abs(row.low - pow(survival, exp(-reach))) < 1e-12)
        #expect(abs(row.high - pow(survival, exp(reach))) < 1e-12)
      }
    }
    #expect(inside > 100)
  }

  @Test("without censoring the estimate is the plain share still talking")
  func noCensoring() {
    let curve = KaplanMeier(runs: 10, agreements: [1, 4, 0, 2], censored: [0, 0, 0, 0])
    #expect(curve.rows.count == 4)
    for (row, survivors) in zip(curve.rows, [9.0, 5, 5, 3]) {
      #expect(abs(row.survival - survivors / 10) < 1e-15)
      // Greenwood's variance is then the binomial one.
      #expect(abs(row.standardError - (survivors / 10 * (1 - survivors / 10) / 10).squareRoot()) < 1e-15)
    }
    #expect(curve.rows[2].low == curve.rows[1].low && curve.rows[2].high == curve.rows[1].high)
    #expect(curve.medianRound == 1)
  }

  @Test("a half reached through many factors counts as a half")
  func medianOfManyFactors() {
    let curve = KaplanMeier(
      runs: 100, agreements: [Int](repeating: 1, count: 60), censored: [Int](repeating: 0, count: 60))
    #expect(curve.medianRound == 49)
  }

  @Test("where nothing or everything has happened the limits are Wilson's")
  func edges() {
    let none = KaplanMeier(runs: 20, agreements: [0, 0, 0], censored: [0, 5, 15])
    #expect(none.medianRound == nil)
    #expect(none.rows.allSatisfy { $0.survival == 1 && $0.high == 1 && $0.standardError == 0 })
    // Newcombe 1998: none of 20 has the upper limit 0.1611.
    #expect(abs(none.rows[0].low - (1 - 0.1611)) < 0.00005)
    #expect(none.rows[2].low == 1 - WilsonInterval(count: 0, total: 15).high)

    let all = KaplanMeier(runs: 20, agreements: [20, 0], censored: [0, 0])
    #expect(all.rows[0].survival == 0 && all.rows[0].low == 0)
    #expect(abs(all.rows[0].high - 0.1611) < 0.00005)
    #expect(all.rows[1].atRisk == 0 && all.rows[1].survival == 0 && all.rows[1].high == all.rows[0].high)
    #expect(all.medianRound == 0)

    let gone = KaplanMeier(runs: 4, agreements: [1, 0, 0], censored: [3, 0, 0])
    #expect(gone.rows[2].atRisk == 0 && gone.rows[2].survival == 0.75)
    #expect(gone.rows[2].low == gone.rows[0].low && gone.rows[2].high == gone.rows[0].high)

    let nothing = KaplanMeier(runs: 0, agreements: [0], censored: [0])
    #expect(nothing.rows[0].survival == 1 && nothing.rows[0].low == 0 && nothing.rows[0].high == 1)
  }
}
