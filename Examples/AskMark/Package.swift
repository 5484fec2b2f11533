// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "AskMark",
  dependencies: [.package(name: "OnRecord", path: "../..")],
  targets: [
    .executableTarget(
      name: "ask-mark", dependencies: [.product(name: "OnRecord", package: "OnRecord")])
  ],
  swiftLanguageModes: [.v6]
)
