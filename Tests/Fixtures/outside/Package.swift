// swift-tools-version: 6.2
import PackageDescription

// A package of somebody else's. `.ci/face --outside` fills in where this one lies.
let package = Package(
  name: "outside",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "detente", path: "PATH_OF_DETENTE")],
  targets: [
    .executableTarget(
      name: "outside",
      dependencies: [
        "Randomness", "Bargaining", "Scenarios", "Simulation", "Tables", "Experiments", "Reports",
      ].map { .product(name: $0, package: "detente") })
  ],
  swiftLanguageModes: [.v6]
)
