import Foundation

/// The built program, run as a person would.
enum Program {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Beside the test bundle, whose path the test runner is given, stands what was built with it.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(filePath: bundle)
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    return folder.appending(path: "onrecord").path
  }()

  /// Indexes of this run alone: an old one would hide a change.
  static let cache = Scratch.place()

  struct Result {
    var code: Int32
    var output: String
    var errors: String
  }

  static func run(
    _ arguments: [String], input: String = "", in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = process(arguments, in: folder, environment: environment)
    let files = try (0..<3).map { _ in try TemporaryFile() }
    try Data(input.utf8).write(to: files[0].url)
    process.standardInput = try FileHandle(forReadingFrom: files[0].url)
    process.standardOutput = try FileHandle(forWritingTo: files[1].url)
    process.standardError = try FileHandle(forWritingTo: files[2].url)
    try process.run()
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1].url), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2].url), as: UTF8.self))
  }

  /// The program, ready to be given input and run.
  static func process(
    _ arguments: [String], in folder: URL = root, environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["XDG_CACHE_HOME": cache.path]) { _, new in new }
      .merging(environment) { _, new in new }
    return process
  }
}

/// A folder for this run of the tests, gone when they end.
enum Scratch {
  private static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "onrecord-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
    return folder
  }()

  /// A path in it that nothing else has.
  static func place() -> URL { folder.appending(path: UUID().uuidString) }
}

/// A file in the scratch folder.
struct TemporaryFile {
  let url = Scratch.place()

  init(_ bytes: [UInt8] = []) throws { try Data(bytes).write(to: url) }
}
