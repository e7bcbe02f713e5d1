// swift-tools-version: 6.0

import PackageDescription

/// A program of somebody else's, who knows nothing of khabar but its library.
let package = Package(
  name: "Stranger",
  dependencies: [.package(name: "khabar", path: "../..")],
  targets: [
    .executableTarget(
      name: "Stranger", dependencies: [.product(name: "TextLayout", package: "khabar")])
  ]
)
