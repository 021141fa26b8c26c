// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// One phase of the way from text to map. Imports point only to targets named above (`Tests/ArchitectureTests`).
func phase(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// The tests of one phase; all of them share `Support` and read `Tests/Golden`.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ["Support"] + dependencies, path: "Tests/\(name)Tests", exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "waymark",
  products: [
    .executable(name: "waymark", targets: ["waymark"]),
    .library(name: "JourneyKit", targets: ["JourneyKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    phase("Markup", ["CLibXML2"]),
    phase("JourneySource"),
    phase("JourneySyntax", ["JourneySource"]),
    phase("JourneyModel", ["JourneySyntax"]),
    phase("JourneyMetrics", ["JourneyModel"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CByteScan"),
    phase("JourneyFeedback", ["JourneyMetrics", "CByteScan", "CZlib"]),
    phase("JourneyReview", ["JourneyMetrics"]),
    phase("JourneyLayout", ["JourneyReview"]),
    phase("JourneyRender", ["JourneyLayout", "Markup"]),
    .target(
      name: "Templates", path: "templates",
      resources: [.embedInCode("pages"), .embedInCode("themes"), .embedInCode("starters")], swiftSettings: strict),
    phase("JourneyKit", ["JourneyRender", "JourneyFeedback", "Templates"]),
    .executableTarget(
      name: "waymark",
      dependencies: ["JourneyKit", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),

    .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
    tests("Markup", ["Markup", "Templates", "CLibXML2"]),
    tests("JourneySource", ["JourneySource"]),
    tests("JourneySyntax", ["JourneySyntax"]),
    tests("JourneyModel", ["JourneyModel"]),
    tests("JourneyMetrics", ["JourneyMetrics"], exclude: ["CrossCheck"]),
    tests("JourneyFeedback", ["JourneyFeedback", "CZlib"]),
    tests("JourneyReview", ["JourneyReview"]),
    tests("JourneyLayout", ["JourneyLayout"]),
    tests("JourneyRender", ["JourneyRender", "Templates"]),
    tests("JourneyKit", ["JourneyKit"]),
    tests("CommandLine", ["waymark"]),
    tests("Architecture", []),
  ]
)
