import Experiments

/// What is at fault, in one line.
struct Fault: Error {
  let reason: String
  var isUsage = false
}

/// What the command line asks for.
struct Order {
  enum Task: String {
    case help, workloads, peers, goals, growth, texts
  }

  static let help = """
    usage: swift run -c release Benchmarks [workloads] [NAME…] [--repeat N] [--seconds S] [--threads T] [--bare]
                                           [--save FILE] [--against FILE]
           swift run -c release Benchmarks peers [NAME…] [--repeat N] [--seconds S]
           swift run -c release Benchmarks goals [NAME…] [--repeat N] [--seconds S]
           swift run -c release Benchmarks growth [NAME…] [--repeat N] [--seconds S] [--bare] [--save FOLDER]
           swift run -c release Benchmarks texts [--repeat N] [--seconds S]

    workloads  every workload, or those named, several times each: median and spread. --save keeps the figures as data, --against compares
               them with such a file and ends with status 1 if a workload has become more than 10% slower.
    peers      NegMAS and two plain C++ kernels on the same work, in turn with this program, and the ratio. Makes what they need under .build/peers.
               What they do not do, zones of agreement and efficiency, is left out here too.
    goals      memory, threads, written rows, start-up: what rounds per second do not show.
    growth     rounds per second by outcomes, parties, mediators, rounds and threads: a table each; --save writes a picture each.
    texts      texts times draws per second, the hot loop of detente formula, in turn with plain C++ on the same draws, and the ratio.

    Measured is what detente run does by default; with --bare the bargaining alone.

    """

  var task = Task.workloads
  var names: [String] = []
  var repeats = 5
  var seconds = 2.0
  var threads = 1
  var save: String?
  var against: String?
  var measures = Benchmark.Measures.run

  init(arguments: [String]) throws(Fault) {
    var rest = arguments[...]
    if let first = rest.first, let named = Task(rawValue: first) {
      task = named
      rest.removeFirst()
    }
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-") else {
        names.append(argument)
        continue
      }
      if argument == "--help" || argument == "-h" {
        task = .help
        return
      }
      if argument == "--bare" {
        measures = .bare
        continue
      }
      guard let value = rest.popFirst() else {
        throw Fault(reason: "\(argument) needs a value", isUsage: true)
      }
      switch argument {
      case "--repeat": repeats = try Order.whole(value, argument)
      case "--threads": threads = try Order.whole(value, argument)
      case "--seconds":
        guard let number = Double(value), number > 0, number <= 3_600 else {
          throw Fault(
            reason: "--seconds \(value): a number above 0 and up to 3,600 was expected", isUsage: true)
        }
        seconds = number
      case "--save": save = value
      case "--against": against = value
      default: throw Fault(reason: "unknown option \(argument); --help lists them", isUsage: true)
      }
    }
  }

  private static func whole(_ value: String, _ option: String) throws(Fault) -> Int {
    guard let number = Int(value), (1...1_000).contains(number) else {
      throw Fault(reason: "\(option) \(value): a whole number from 1 to 1,000 was expected", isUsage: true)
    }
    return number
  }
}
