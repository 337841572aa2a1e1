import Bargaining
import Randomness

/// Why a scenario could not be put together or changed as asked.
public enum ScenarioEditFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// Nothing has this path or name; `hint` says what may have been meant, and is empty when nothing
  /// is near.
  case unknown(String, hint: String)
  /// Something has this path or name already.
  case taken(String)
  /// Other than 1 to 255 lower-case letters, digits, `_` and `-`, the first a letter or a digit.
  case notAName(String)
  /// Of something there are fewer or more than there may be: rounds, issues, options of an issue,
  /// parties.
  case count(of: String, Int, allowed: ClosedRange<Int>)
  /// The number at this path can take values that the model gives no meaning to.
  case outside(String, range: ClosedRange<Double>)
  /// No number can be drawn from what was to stand at this path.
  case impossible(String, DistributionFault)
  /// The party at this path says nothing of an issue, or of an option.
  case missing(String, String)
  /// The stake at this path orders numbers, and the options of the issue are names.
  case notNumeric(String)
  /// The weights of the party can all be 0, so that they cannot be divided by their sum.
  case noWeight(String)

  /// One line, without a full stop.
  public var description: String {
    switch self {
    case .unknown(let path, let hint):
      "there is no \(Quoting.quoted(path)) in the scenario" + (hint.isEmpty ? "" : "; \(hint)")
    case .taken(let path): "there is a \(Quoting.quoted(path)) already"
    case .notAName(let name):
      "\(Quoting.quoted(name)) cannot be a name: expected lower-case letters, digits, _ and -"
    case .count(let what, let count, let allowed):
      "a scenario has \(allowed.lowerBound) to \(allowed.upperBound) \(what), not \(count)"
    case .outside(let path, let range): "\(Quoting.visible(path)) must be \(ScenarioDecoder.words(range))"
    case .impossible(let path, let fault): "\(Quoting.visible(path)): \(fault.description)"
    case .missing(let path, let name): "\(Quoting.visible(path)) says nothing of \(Quoting.quoted(name))"
    case .notNumeric(let path):
      "\(Quoting.visible(path)) needs a worth for every option: the options are no numbers"
    case .noWeight(let path): "the weights of \(Quoting.visible(path)) can all be 0"
    }
  }
}
