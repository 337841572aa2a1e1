// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "detente",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Randomness", targets: ["Randomness"]),
    .library(name: "Bargaining", targets: ["Bargaining"]),
    .library(name: "Tables", targets: ["Tables"]),
    .library(name: "Scenarios", targets: ["Scenarios"]),
    .library(name: "Simulation", targets: ["Simulation"]),
    .library(name: "Experiments", targets: ["Experiments"]),
    .library(name: "Reports", targets: ["Reports"]),
    .executable(name: "detente", targets: ["detente"]),
  ],
  targets: [
    .target(
      name: "Randomness",
      // Debug builds call the C library for the (exactly rounded) square root.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "Tables"),
    .target(name: "Bargaining", dependencies: ["Randomness"]),
    .target(
      name: "Scenarios", dependencies: ["Bargaining", "Tables", "Randomness"],
      // One of them is a link to a file in scenarios/.
      resources: ["two-parties", "mediated", "wage", "river"].map { .embedInCode("Templates/\($0).jsonc") }),
    .target(name: "Simulation", dependencies: ["Bargaining", "Tables", "Randomness"]),
    .target(name: "Results", dependencies: ["Tables"]),
    .target(
      name: "Experiments",
      dependencies: ["Results", "Simulation", "Scenarios", "Bargaining", "Tables", "Randomness"]),
    .target(
      name: "Evidence",
      dependencies: ["Simulation", "Scenarios", "Bargaining", "Tables", "Randomness"],
      // A link to the file in scenarios/.
      resources: [.embedInCode("Workloads/paris-2025.jsonc")]),
    .target(
      name: "Reports",
      dependencies: [
        "Experiments", "Results", "Simulation", "Scenarios", "Bargaining", "Tables", "Randomness",
      ]),
    .executableTarget(
      name: "detente",
      dependencies: [
        "Reports", "Evidence", "Experiments", "Results", "Simulation", "Scenarios", "Bargaining", "Tables",
        "Randomness",
      ]),

    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "detente", "Evidence", "Experiments", "Results", "Reports", "Simulation", "Scenarios", "Bargaining",
        "Tables",
      ],
      path: "Benchmarks", exclude: ["README.md", "RESULTS.md", "allocations", "peers", "results"],
      sources: ["Suite"]),

    .executableTarget(
      name: "Mutation",
      dependencies: [
        "Reports", "Experiments", "Simulation", "Scenarios", "Bargaining", "Tables", "Randomness",
      ],
      path: "Tests/Mutation"),

    .testTarget(name: "RandomnessTests", dependencies: ["Randomness"]),
    .testTarget(name: "TablesTests", dependencies: ["Tables"]),
    .testTarget(
      name: "BargainingTests", dependencies: ["Evidence", "Bargaining", "Scenarios", "Randomness"]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios", "Bargaining", "Randomness"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Simulation", "Scenarios", "Bargaining", "Tables", "Randomness"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Experiments", "Simulation", "Scenarios", "Bargaining", "Tables", "Randomness",
      ]),
    .testTarget(name: "ResultsTests", dependencies: ["Results", "Tables"]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: [
        "Experiments", "Results", "Simulation", "Scenarios", "Bargaining", "Tables", "Randomness",
      ]),
    .testTarget(
      name: "EvidenceTests",
      dependencies: ["Evidence", "Bargaining"]),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "detente", "Mutation", "Evidence", "Experiments", "Reports", "Results", "Simulation", "Scenarios",
        "Bargaining",
        "Tables",
      ],
      exclude: ["kill-formula", "kill-sweep", "mutate", "renew-golden", "same-bytes"]),
  ],
  swiftLanguageModes: [.v6]
)
