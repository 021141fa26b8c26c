// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// A target names everything it imports, not only what is nearest: else a change further up does not rebuild it.
let understood: [Target.Dependency] = ["JourneySource", "JourneySyntax", "JourneyModel"]
let measured = understood + ["JourneyMetrics"]
let drawn = measured + ["JourneyReview", "JourneyDiff", "JourneyWords", "JourneyLayout", "Markup"]
let whole = drawn + ["Workbook", "JourneyFeedback", "JourneyRender", "Templates"]
let live = whole + ["JourneyKit", "LanguageServer", "JourneyService", "JourneyPreview"]

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
    .executable(name: "waymark-live", targets: ["waymark-live"]),
    .library(name: "JourneyKit", targets: ["JourneyKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    phase("JourneySource"),
    phase("Markup", ["CLibXML2", "JourneySource"]),
    phase("JourneySyntax", ["JourneySource"]),
    phase("JourneyModel", ["JourneySource", "JourneySyntax"]),
    phase("JourneyMetrics", understood),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CByteScan"),
    phase("Workbook", ["JourneySource", "Markup", "CZlib"]),
    phase("JourneyFeedback", measured + ["CByteScan", "Workbook"]),
    phase("JourneyReview", measured),
    phase("JourneyDiff", measured + ["JourneyReview"]),
    phase("JourneyWords", measured + ["JourneyFeedback", "JourneyReview", "JourneyDiff", "Templates"]),
    phase("JourneyLayout", measured + ["JourneyReview", "JourneyDiff", "JourneyWords"]),
    phase("JourneyRender", drawn),
    .target(
      name: "Templates", path: "templates",
      resources: [
        .embedInCode("pages"), .embedInCode("themes"), .embedInCode("starters"), .embedInCode("scripts"),
        .embedInCode("words"),
      ],
      swiftSettings: strict),
    phase("JourneyKit", whole),
    .executableTarget(
      name: "waymark",
      dependencies: ["JourneyKit", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),

    phase("LanguageServer", ["JourneySource"]),
    phase("JourneyService", whole + ["JourneyKit", "LanguageServer"]),
    phase("JourneyPreview", whole + ["JourneyKit", "LanguageServer"]),
    .executableTarget(name: "waymark-live", dependencies: live, swiftSettings: strict),

    .executableTarget(name: "measure", path: "Tests/Measure"),
    // A package of its own for whoever copies it; here it is built and run by the tests.
    .executableTarget(
      name: "priorities", dependencies: ["JourneyKit"], path: "Examples/Priorities/Sources/priorities",
      swiftSettings: strict),
    .target(name: "Support", dependencies: ["CLibXML2"], path: "Tests/Support", swiftSettings: strict),
    .target(
      name: "Fuzzing",
      dependencies: whole + ["JourneyKit", "LanguageServer", "JourneyService", "JourneyPreview", "CZlib"],
      path: "Tests/Fuzz/Ways", swiftSettings: strict),
    tests("Markup", ["Markup", "Templates", "Fuzzing"], exclude: ["CrossCheck"]),
    tests("JourneySource", ["JourneySource"]),
    tests("JourneySyntax", ["JourneySource", "JourneySyntax", "Fuzzing"]),
    tests("JourneyModel", understood),
    tests("JourneyMetrics", measured, exclude: ["CrossCheck"]),
    tests("Workbook", ["JourneySource", "Workbook", "Fuzzing"]),
    tests(
      "JourneyFeedback", measured + ["JourneyFeedback", "Workbook", "CByteScan", "CZlib", "Fuzzing"],
      exclude: ["Workbooks"]),
    tests("JourneyDiff", drawn),
    tests("JourneyReview", measured + ["JourneyReview"], exclude: ["CrossCheck"]),
    tests("JourneyWords", measured + ["JourneyFeedback", "JourneyReview", "JourneyDiff", "JourneyWords", "Templates"]),
    tests("JourneyLayout", drawn),
    tests("JourneyRender", whole),
    tests("JourneyKit", whole + ["JourneyKit", "LanguageServer", "JourneyPreview", "priorities"]),
    tests("LanguageServer", ["JourneySource", "LanguageServer"]),
    tests("JourneyService", whole + ["JourneyKit", "LanguageServer", "JourneyService"]),
    tests("JourneyPreview", whole + ["JourneyKit", "LanguageServer", "JourneyPreview"]),
    tests("CommandLine", ["waymark"]),
    tests("Fuzz", ["Fuzzing"]),
    tests("Architecture", []),
    tests("Acceptance", whole + ["JourneyKit", "Fuzzing", "waymark"]),
  ]
)

// libFuzzer's own program has the entry point, so this target is there only for `Tests/Fuzz/run`.
if Context.environment["WAYMARK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz/Entry", swiftSettings: strict))
}

// The preview is served with Hummingbird, which takes minutes to build. Nobody who only draws maps fetches it: it is there
// for `Scripts/release`, which makes the program for editors as well.
if Context.environment["WAYMARK_PREVIEW"] != nil {
  package.dependencies += [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ]
  package.targets.append(
    .target(
      name: "Preview",
      dependencies: live + [
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict))
  for target in package.targets where target.name == "waymark-live" {
    target.dependencies.append("Preview")
    target.swiftSettings = strict + [.define("PREVIEW")]
  }
}
