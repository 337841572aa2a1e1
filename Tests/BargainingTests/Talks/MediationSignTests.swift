import Bargaining
import Testing

/// Which way what is between parties and mediators moves the share of agreements and what is left
/// on the table: 20,000 runs on each side, one-sided p < 0.001 (z > 3.09).
struct MediationSignTests {
  static let runs = 20_000
  static let needed = 3.09

  /// Two parties who weigh four issues in opposite order and speak to mediators alone.
  struct Talks {
    var noise = "0.1"
    var floor = "0"
    /// Of the first party.
    var overstatement = "0"
    var toward = #""a": {"trust": 0.7}, "b": {"trust": 0.7}"#
    /// How early the first party concedes.
    var beta = "[0.5, 1.5]"
    var mediator = #""facilitate": 0.3, "formulate": 0.7"#
    var protocolName = "shuttle"
    /// Members of `mediation` beside noise and floor.
    var mediation = ""

    var text: String {
      func party(
        _ shape: String, _ weights: [Double], overstatement: String = "0", beta: String = "[0.5, 1.5]"
      ) -> String {
        let preferences = zip(["w", "x", "y", "z"], weights).map { name, weight in
          #""\#(name)": {"weight": \#(weight), "shape": "\#(shape)"}"#
        }
        return """
          {"preferences": {\(preferences.joined(separator: ", "))}, "reservation": {"uniform": [0.45, 0.7]},
           "tactic": {"time": {"beta": {"uniform": \(beta)}}}, "acceptance": "aspiration",
           "overstatement": \(overstatement)}
          """
      }
      let issue = #"{"range": {"from": 0, "to": 4, "step": 1}}"#
      return """
        {"rounds": 12, "issues": {"w": \(issue), "x": \(issue), "y": \(issue), "z": \(issue)},
         "parties": {"a": \(party("increasing", [0.4, 0.3, 0.2, 0.1], overstatement: overstatement, beta: beta)), "b": \(party("decreasing", [0.1, 0.2, 0.3, 0.4]))},
         "mediation": {"noise": \(noise), "floor": \(floor)\(mediation.isEmpty ? "" : ", " + mediation)},
         "mediators": {"m": {\(mediator), "toward": {\(toward)}}},
         "forums": {"main": {"members": ["a", "b"], "mediators": ["m"], "protocol": "\(protocolName)"}}}
        """
    }
  }

  /// What came of all runs: agreements, and the sums of their Nash ratios and of the squares.
  struct Tally {
    var agreements = 0
    var ratios = 0.0
    var squares = 0.0

    var meanRatio: Double { ratios / Double(agreements) }
    var variance: Double { squares / Double(agreements) - meanRatio * meanRatio }

    /// By how many standard errors this share of agreements is above another.
    func shareAbove(_ other: Tally) -> Double {
      let n = Double(MediationSignTests.runs)
      let (p, q) = (Double(agreements) / n, Double(other.agreements) / n)
      return (p - q) / ((p * (1 - p) + q * (1 - q)) / n).squareRoot()
    }

    func ratioAbove(_ other: Tally) -> Double {
      (meanRatio - other.meanRatio)
        / (variance / Double(agreements) + other.variance / Double(other.agreements)).squareRoot()
    }
  }

  static func tally(_ talks: Talks) throws -> Tally {
    let negotiation = try Negotiation(read(talks.text))
    let meter = EfficiencyMeter(negotiation)
    var tally = Tally()
    for run in 0..<UInt32(runs) {
      negotiation.run(run, seed: 20_261_129)
      guard negotiation.record.ending.isAgreement,
        let ratio = meter.efficiency(of: negotiation.record.options)?.nashRatio
      else { continue }
      tally.agreements += 1
      tally.ratios += ratio
      tally.squares += ratio * ratio
    }
    return tally
  }

  /// Fearon 1995, doi:10.1017/S0020818300033324: private information is why bargains fail.
  @Test("an error that stays makes agreements rarer and leaves more on the table")
  func errorMakesRarer() throws {
    let exact = try Self.tally(Talks(noise: "0", floor: "1"))
    let wrong = try Self.tally(Talks(noise: "0.4", floor: "1"))
    #expect(exact.shareAbove(wrong) > Self.needed, "\(exact), \(wrong)")
    #expect(exact.ratioAbove(wrong) > Self.needed, "\(exact), \(wrong)")
  }

  /// Kydd 2003, doi:10.1111/1540-5907.00042: only who is on one's side is believed when it counsels
  /// restraint. Svensson 2007, doi:10.1177/0022343307075121: bias towards the side that has to give
  /// way brings settlements, bias towards the other does not.
  @Test("a mediator on the side of who holds out brings more agreements, and one on the other side does not")
  func sideOfWhoHoldsOut() throws {
    func talks(_ first: String, _ second: String, _ channels: String) -> Talks {
      Talks(
        toward: #""a": {"trust": 0.5, \#(first)}, "b": {"trust": 0.5, \#(second)}"#, beta: "[0.1, 0.2]",
        mediation: channels)
    }
    let follows = #""allegiance": 1"#
    let even = try Self.tally(talks(#""bias": 0"#, #""bias": 0"#, follows))
    let own = try Self.tally(talks(#""bias": 0.4"#, #""bias": -0.4"#, follows))
    let other = try Self.tally(talks(#""bias": -0.4"#, #""bias": 0.4"#, follows))
    #expect(own.shareAbove(even) > Self.needed, "\(own), \(even)")
    #expect(other.shareAbove(even) < Self.needed, "\(other), \(even)")
    // The other channel has the opposite sign.
    let doubted = try Self.tally(talks(#""bias": 0.4"#, #""bias": -0.4"#, #""suspicion": 1"#))
    let plain = try Self.tally(talks(#""bias": 0.4"#, #""bias": -0.4"#, #""suspicion": 0"#))
    #expect(plain.shareAbove(doubted) > Self.needed, "\(plain), \(doubted)")
    #expect(own.shareAbove(plain) > Self.needed, "\(own), \(plain)")
  }

  /// The same.
  @Test("a biased mediator with leverage over its side brings more than an even one without")
  func leverageOverSide() throws {
    let means = #""facilitate": 0.3, "formulate": 0.7"#
    let even = try Self.tally(
      Talks(toward: #""a": {"trust": 0.5}, "b": {"trust": 0.5}"#, beta: "[0.1, 0.2]", mediator: means))
    let own = #""a": {"trust": 0.5, "bias": 0.4, "carrot": 0.1, "stick": 0.1}"#
    let biased = try Self.tally(
      Talks(
        toward: own + #", "b": {"trust": 0.5, "bias": -0.4}"#,
        beta: "[0.1, 0.2]", mediator: means + #", "manipulate": 1"#,
        mediation: #""allegiance": 1, "suspicion": 0.5"#))
    #expect(biased.shareAbove(even) > Self.needed, "\(biased), \(even)")
  }

  /// Fey & Ramsay 2010, doi:10.1017/S0043887110000109.
  @Test("a mediator without information, text or leverage changes nothing, however biased")
  func mediatorWithoutMeans() throws {
    var talks = Talks(
      toward: #""a": {"bias": 1, "carrot": 1, "gain": 1}, "b": {"bias": -1, "stick": 1, "loss": 1}"#,
      mediator: #""facilitate": 0"#, mediation: #""allegiance": 1, "suspicion": 1"#)
    talks.protocolName = "alternating"
    var alone = try read(talks.text)
    let mediated = try Negotiation(alone)
    alone.forums[0].mediators = []
    let unmediated = try Negotiation(alone)
    for run in 0..<UInt32(500) {
      mediated.run(run, seed: 3)
      unmediated.run(run, seed: 3)
      #expect(mediated.record == unmediated.record)
    }
  }

  /// Slovic 1993, doi:10.1111/j.1539-6924.1993.tb01329.x: without trust nothing is taken up.
  @Test("trust and what wins it make agreements more frequent, and what loses it rarer")
  func trustMakesFrequent() throws {
    func toward(_ members: String) -> String { #""a": {\#(members)}, "b": {\#(members)}"# }
    let little = try Self.tally(Talks(toward: toward(#""trust": 0.3"#)))
    let much = try Self.tally(Talks(toward: toward(#""trust": 0.6"#)))
    let won = try Self.tally(Talks(toward: toward(#""trust": 0.3, "gain": 0.5"#)))
    let lost = try Self.tally(Talks(toward: toward(#""trust": 0.3, "loss": 0.5"#)))
    #expect(much.shareAbove(little) > Self.needed, "\(much), \(little)")
    #expect(won.shareAbove(little) > Self.needed, "\(won), \(little)")
    #expect(little.shareAbove(lost) > Self.needed, "\(little), \(lost)")
  }

  /// The same: incentives to misrepresent.
  @Test("overstatement makes agreements rarer and leaves more on the table")
  func overstatementMakesRarer() throws {
    let toward = #""a": {"trust": 0.4}, "b": {"trust": 0.4}"#
    let plain = try Self.tally(Talks(toward: toward))
    let boastful = try Self.tally(Talks(overstatement: #"{"uniform": [0.3, 0.5]}"#, toward: toward))
    #expect(plain.shareAbove(boastful) > Self.needed, "\(plain), \(boastful)")
    #expect(plain.ratioAbove(boastful) > Self.needed, "\(plain), \(boastful)")
  }
}
