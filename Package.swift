// swift-tools-version: 6.1
import PackageDescription

let upcoming: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "OnRecord",
  products: [
    .library(name: "OnRecord", targets: ["OnRecord"]),
    .library(name: "Rehearsal", targets: ["Rehearsal"]),
    .library(name: "SentenceEncoder", targets: ["SentenceEncoder"]),
    .executable(name: "onrecord", targets: ["onrecord"]),
  ],
  traits: [
    .trait(
      name: "Meaning",
      description: "Finds by meaning, too: carries the sentence encoder's weights (31 MB)."),
    .default(enabledTraits: ["Meaning"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // From the ground up: a target imports only what stands above it.
    .target(name: "Transcripts", swiftSettings: upcoming),
    .target(
      name: "CSentenceEncoder",
      exclude: ["weights.bin", "WEIGHTS.md", "kernels.inc", "products.inc"],
      publicHeadersPath: "include"),
    .target(name: "SentenceEncoder", dependencies: ["CSentenceEncoder"], swiftSettings: upcoming),
    .target(
      name: "Retrieval",
      dependencies: [.target(name: "SentenceEncoder", condition: .when(traits: ["Meaning"]))],
      swiftSettings: upcoming),
    .target(
      name: "OnRecord",
      dependencies: ["Transcripts", "Retrieval", .product(name: "Yams", package: "Yams")],
      swiftSettings: upcoming),
    .target(name: "Rehearsal", dependencies: ["OnRecord"], swiftSettings: upcoming),

    // GNU readline stays in this leaf, so that the libraries are not tied to its licence.
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .target(name: "LineEditing", dependencies: ["CReadline"], swiftSettings: upcoming),

    .executableTarget(
      name: "onrecord",
      dependencies: [
        "OnRecord", "Rehearsal", "LineEditing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // The shipped persona travels in the executable (links to its files under Personas/).
      resources: [.embedInCode("Shipped")],
      swiftSettings: upcoming),

    .testTarget(name: "TranscriptsTests", dependencies: ["Transcripts"], swiftSettings: upcoming),
    .testTarget(
      name: "SentenceEncoderTests", dependencies: ["SentenceEncoder", "CSentenceEncoder"],
      swiftSettings: upcoming),
    .testTarget(name: "RetrievalTests", dependencies: ["Retrieval"], swiftSettings: upcoming),
    .testTarget(name: "OnRecordTests", dependencies: ["OnRecord"], swiftSettings: upcoming),
    .testTarget(name: "RehearsalTests", dependencies: ["Rehearsal"], swiftSettings: upcoming),
    .testTarget(
      name: "CommandTests", dependencies: ["onrecord"], swiftSettings: upcoming),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
