// swift-tools-version: 6.2

import PackageDescription

/// The house, floor by floor: a target may import only what is listed here (`Sources/README.md`).
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Whether it is built for `make fuzz`.
let isFuzzed = Context.environment["KHABAR_FUZZ"] != nil

/// libFuzzer sees which branches the libraries take. It need not see what they compare: to say that is
/// a third of their time, and of no use where a byte is a letter.
let watched: [SwiftSetting] =
  isFuzzed
  ? [
    .unsafeFlags([
      "-sanitize=fuzzer", "-sanitize-coverage=edge,inline-8bit-counters,pc-table",
    ])
  ] : []

/// Text layout is optimised even in debug builds, so that the conformance files run in seconds.
let text = house + [.unsafeFlags(["-O"], .when(configuration: .debug))] + watched

let package = Package(
  name: "khabar",
  products: [
    .executable(name: "khabar", targets: ["khabar"]),
    .library(name: "TextLayout", targets: ["TextLayout"]),
    .library(name: "UnicodeData", targets: ["UnicodeData"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // Floor 1
    .target(name: "UnicodeData", swiftSettings: text),
    .target(name: "Display", swiftSettings: house),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CSQLite"),

    // Floor 2
    .target(name: "TextLayout", dependencies: ["UnicodeData"], swiftSettings: text),
    .target(
      name: "News",
      dependencies: ["CLibXML2", "CSQLite", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: house),
    .target(name: "Words", swiftSettings: house),

    // Floor 3
    .target(
      name: "Reader",
      dependencies: ["News", "TextLayout", "Words", "Display"],
      swiftSettings: house),
    .target(
      name: "Terminal",
      dependencies: ["Display", "UnicodeData", "CNcurses"],
      swiftSettings: house),

    // Floor 4
    .executableTarget(
      name: "khabar",
      dependencies: [
        "Reader", "Terminal", "News", "TextLayout", "Words", "Display", "UnicodeData",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // Aside
    .executableTarget(name: "unicode-tables", swiftSettings: house),
    .executableTarget(
      name: "khabar-bench",
      dependencies: ["TextLayout", "News"],
      exclude: ["Drivers"],
      swiftSettings: house),

    // Tests
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: text),
    .testTarget(
      name: "UnicodeDataTests", dependencies: ["UnicodeData", "TestSupport"], swiftSettings: text),
    .testTarget(
      name: "TextLayoutTests",
      dependencies: ["TextLayout", "UnicodeData", "TestSupport"],
      exclude: ["Goldens"], swiftSettings: text),
    .systemLibrary(name: "CFribidi", path: "Tests/CFribidi", pkgConfig: "fribidi"),
    .testTarget(
      name: "OracleTests",
      dependencies: ["TextLayout", "UnicodeData", "TestSupport", "CFribidi"],
      swiftSettings: text, linkerSettings: [.linkedLibrary("_FoundationICU")]),
    .testTarget(
      name: "NewsTests",
      dependencies: ["News", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Fixtures"], swiftSettings: house),
    .testTarget(name: "WordsTests", dependencies: ["Words"], swiftSettings: house),
    .testTarget(
      name: "ReaderTests",
      dependencies: ["Reader", "News", "TextLayout", "Words", "Display", "TestSupport"],
      exclude: ["Snapshots"], swiftSettings: house),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Display", "CNcurses", "TestSupport"],
      swiftSettings: house),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: house),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["khabar", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: house),
  ]
)

if isFuzzed {
  package.targets.append(
    .executableTarget(
      name: "khabar-fuzz", dependencies: ["TextLayout", "UnicodeData"], path: "Tests/Fuzz",
      swiftSettings: house
        + [.unsafeFlags(["-parse-as-library", "-enforce-exclusivity=unchecked"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
