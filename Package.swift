// swift-tools-version: 6.2
import PackageDescription

// Dependencies point one way:
// Text ← Ingest, Lexicon ← Tagging ← Positions ← Reporting ← Batch ← NormtagCommand ← normtag.
// Learning (fitting of weights) hangs off Tagging; only the `learn` command uses it.

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "normtag",
  products: [.executable(name: "normtag", targets: ["normtag"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CLBFGS", pkgConfig: "liblbfgs", providers: [.apt(["liblbfgs-dev"])]),
    .systemLibrary(name: "CLapack", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
    .target(name: "CLexicons", cSettings: [.unsafeFlags(["-std=c23"])]),
    .target(name: "CDigest"),
    .target(name: "Text", dependencies: ["CUchardet", "CDigest"], swiftSettings: strict),
    .target(
      name: "Ingest",
      dependencies: [
        "Text", "CLibXML2", .product(name: "Yams", package: "Yams"),
      ], swiftSettings: strict),
    .target(name: "Lexicon", dependencies: ["Text", "CLexicons"], swiftSettings: strict),
    .target(name: "Tagging", dependencies: ["Text", "Ingest", "Lexicon"], swiftSettings: strict),
    .target(
      name: "Learning", dependencies: ["Text", "Ingest", "Lexicon", "Tagging", "CLBFGS"],
      swiftSettings: strict),
    .target(
      name: "Positions", dependencies: ["Text", "Lexicon", "Tagging", "CLapack"],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: [
        "Text", "Ingest", "Lexicon", "Tagging", "Positions",
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: strict),
    .target(
      name: "Batch",
      dependencies: [
        "Text", "Ingest", "Lexicon", "Tagging", "Positions", "Reporting", "CArchive",
      ],
      swiftSettings: strict),
    .target(
      name: "NormtagCommand",
      dependencies: [
        "Text", "Ingest", "Lexicon", "Tagging", "Learning", "Positions", "Reporting", "Batch",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "normtag", dependencies: ["NormtagCommand"], swiftSettings: strict),
    .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: strict),
    .testTarget(name: "IngestTests", dependencies: ["Ingest", "Text"], swiftSettings: strict),
    .testTarget(name: "LexiconTests", dependencies: ["Lexicon", "Text"], swiftSettings: strict),
    .testTarget(
      name: "TaggingTests", dependencies: ["Tagging", "Ingest", "Lexicon", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "LearningTests", dependencies: ["Learning", "Tagging", "Lexicon"],
      swiftSettings: strict),
    .testTarget(
      name: "PositionsTests", dependencies: ["Positions", "Tagging", "Lexicon", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: ["Reporting", "Positions", "Tagging", "Lexicon", "Text"],
      swiftSettings: strict),
    .testTarget(
      name: "BatchTests", dependencies: ["Batch", "Reporting", "Tagging", "Lexicon", "Text"],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: [], swiftSettings: strict),
  ]
)

// `make fuzz` alone sees this target: it needs a toolchain with libFuzzer.
if Context.environment["NORMTAG_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "IngestFuzz", dependencies: ["CLibFuzzer", "Ingest"], swiftSettings: strict,
      // gold fails on the sanitizers' symbols.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]
}
