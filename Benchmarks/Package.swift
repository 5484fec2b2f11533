// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "OnRecord", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "OnRecordBenchmarks",
      dependencies: [
        .product(name: "OnRecord", package: "OnRecord"),
        .product(name: "SentenceEncoder", package: "OnRecord"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/OnRecordBenchmarks",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "encode-timer",
      dependencies: ["CPeak", .product(name: "SentenceEncoder", package: "OnRecord")]),
    .target(name: "CPeak"),
  ],
  swiftLanguageModes: [.v6]
)
