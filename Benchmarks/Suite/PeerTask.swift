import Foundation
import Tables

/// Runs other programs on the same work, in turn with this one.
struct PeerTask {
  let order: Order

  /// A peer, ready to run.
  private struct Peer {
    let name: String
    let workloads: [String]
    let program: URL
    let arguments: (_ workload: String, _ seconds: Double) -> [String]
  }

  func run() throws(Fault) {
    let peers = try kernels() + negmas()
    print(
      DisplayWidth.padded("workload", to: 20) + DisplayWidth.padded("peer", to: 24)
        + DisplayWidth.padded("detente", to: 14, flush: .right)
        + DisplayWidth.padded("peer", to: 14, flush: .right)
        + DisplayWidth.padded("ratio", to: 9, flush: .right) + "  least–greatest")
    for peer in peers {
      for workload in peer.workloads where order.names.isEmpty || order.names.contains(workload) {
        var (ours, theirs, ratios): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 0..<order.repeats {
          let own = try Child.bench(
            workload, extent: ["--seconds", "\(order.seconds)", "--bare"]
          ).roundsPerSecond
          let other = try Child.report(peer.program, peer.arguments(workload, order.seconds)).roundsPerSecond
          ours.append(own)
          theirs.append(other)
          ratios.append(own / other)
        }
        let ratio = Sample(values: ratios)
        let places = ratio.median < 100 ? 2 : 0
        print(
          DisplayWidth.padded(workload, to: 20) + DisplayWidth.padded(peer.name, to: 24)
            + DisplayWidth.padded(Numerals.count(Sample(values: ours).median), to: 14, flush: .right)
            + DisplayWidth.padded(Numerals.count(Sample(values: theirs).median), to: 14, flush: .right)
            + DisplayWidth.padded(Numerals.fixed(ratio.median, places), to: 9, flush: .right)
            + "  \(Numerals.fixed(ratio.least, places))–\(Numerals.fixed(ratio.greatest, places))")
      }
    }
  }

  static let compilerFlags = ["-O3", "-march=native", "-std=c++17"]

  /// The same bargaining in plain C++, two programs, compiled on the spot by every compiler that is
  /// there.
  private func kernels() throws(Fault) -> [Peer] {
    let compilers = ["g++", "clang++"].compactMap { name in Child.find([name]).map { (name, $0) } }
    guard !compilers.isEmpty else {
      throw Fault(reason: "there is no C++ compiler; Debian's package g++ has one")
    }
    try makeFolder()
    var peers: [Peer] = []
    for (name, compiler) in compilers {
      let version = String(decoding: try Child.run(compiler, ["--version"]).output, as: UTF8.self)
      print("\(version.prefix { $0 != "\n" }), \(PeerTask.compilerFlags.joined(separator: " "))")
      for kernel in ["kernel", "staircase"] {
        let program = Place.peers.appending(path: "\(kernel)-\(name)")
        let source = Place.peerSources.appending(path: "cpp/\(kernel).cpp").path
        _ = try Child.run(compiler, PeerTask.compilerFlags + ["-o", program.path, source], quiet: false)
        peers.append(
          Peer(name: "C++ \(kernel), \(name)", workloads: ["boulware-4096"], program: program) {
            _, seconds in ["\(seconds)"]
          })
      }
    }
    return peers
  }

  /// NegMAS in a virtual environment of its own: with its own utility functions, and with agents
  /// tuned by hand.
  private func negmas() throws(Fault) -> [Peer] {
    let folder = Place.peers.appending(path: "negmas")
    let python = folder.appending(path: "bin/python")
    let marker = folder.appending(path: "ready")
    if !FileManager.default.fileExists(atPath: marker.path) {
      guard let system = Child.find(["python3"]) else {
        throw Fault(
          reason: "there is no python3; Debian's packages python3 and python3-venv have what is needed")
      }
      try makeFolder()
      print("Installing NegMAS under \(folder.path) …")
      _ = try Child.run(system, ["-m", "venv", "--clear", folder.path], quiet: false)
      _ = try Child.run(
        python,
        [
          "-m", "pip", "install", "--quiet", "-r",
          Place.peerSources.appending(path: "negmas/requirements.txt").path,
        ],
        quiet: false)
      guard FileManager.default.createFile(atPath: marker.path, contents: nil) else {
        throw Fault(reason: "\(marker.path) cannot be written")
      }
    }
    let script = Place.peerSources.appending(path: "negmas/workload.py").path
    return [("NegMAS", "own"), ("NegMAS lean", "lean")].map { name, agents in
      Peer(
        name: name, workloads: ["boulware-4096", "boulware-4096-long", "three-party-4096", "micro-4096"],
        program: python
      ) { workload, seconds in
        [script, "--workload", workload, "--agents", agents, "--seconds", "\(seconds)"]
      }
    }
  }

  private func makeFolder() throws(Fault) {
    do {
      try FileManager.default.createDirectory(at: Place.peers, withIntermediateDirectories: true)
    } catch {
      throw Fault(reason: "\(Place.peers.path) cannot be made: \(error.localizedDescription)")
    }
  }
}
