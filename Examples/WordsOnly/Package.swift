// swift-tools-version: 6.1
import PackageDescription

// Without the trait `Meaning` the library answers by words, and carries no weights.
let package = Package(
  name: "WordsOnly",
  dependencies: [.package(name: "OnRecord", path: "../..", traits: [])],
  targets: [
    .executableTarget(
      name: "words-only", dependencies: [.product(name: "OnRecord", package: "OnRecord")])
  ],
  swiftLanguageModes: [.v6]
)
