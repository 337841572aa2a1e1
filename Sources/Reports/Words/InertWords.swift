import Bargaining
import Experiments
import Tables

/// Which numbers changed no table, for people and for programs.
struct InertWords {
  private let inert: InertNumbers
  private let rush: Rush?

  init(_ inert: InertNumbers, of scenario: Scenario) {
    self.inert = inert
    rush = inert.medianRound.flatMap {
      Rush(medianRound: $0, roundsToDeadline: scenario.roundsToDeadline, unit: scenario.roundUnit ?? "round")
    }
  }

  /// In the order of the model.
  var lines: [Message] {
    let runs = Message.counted(inert.runs, "common run")
    let changing = inert.moved - inert.unchanged.count
    var lines: [Message] = [
      "\(Message.counted(inert.moved, "number")) moved one at a time to both ends in \(runs): "
        + "\(Numerals.count(changing)) change a table, \(Numerals.count(inert.unchanged.count)) change none"
    ]
    if !inert.unchanged.isEmpty {
      lines.append("that these change no table was seen in so many runs, and is not proved:")
      lines += inert.unchanged.map { number -> Message in
        "  \(number.path), moved to \(all: number.values.map { Numerals.shortest($0) })"
      }
    }
    if let rush { lines.append(rush.told) }
    return lines
  }

  var json: JSONValue {
    [
      "runs": .integer(inert.runs), "moved": .integer(inert.moved),
      "unchanged": .array(
        inert.unchanged.map { number in
          ["path": .string(number.path), "values": .array(number.values.map { .real($0) })]
        }),
      "median_agreement_round": inert.medianRound.map { .real($0) } ?? .null,
      "last_sixth_before_deadline": .bool(rush != nil),
    ]
  }
}
