// swift-tools-version: 6.2
import PackageDescription

// A program of its own that embeds Waymark. Elsewhere, name the repository's address in place of the path.
let package = Package(
  name: "priorities",
  dependencies: [.package(name: "waymark", path: "../..")],
  targets: [
    .executableTarget(name: "priorities", dependencies: [.product(name: "JourneyKit", package: "waymark")])
  ])
