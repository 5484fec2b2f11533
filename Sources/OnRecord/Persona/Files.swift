#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The one place where this module reads files.
enum Files {
  /// The bytes of a file.
  static func bytes(at path: String) throws(FileError) -> [UInt8] {
    switch kind(of: path) {
    case .none: throw FileError(path: path, problem: .missing)
    case .folder: throw FileError(path: path, problem: .folder)
    case .file: break
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileError(path: path, problem: .unreadable)
    }
    return Array(data)
  }

  enum Kind {
    case none
    case file
    case folder
  }

  static func kind(of path: String) -> Kind {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .none }
    return isFolder ? .folder : .file
  }

  /// The names in a folder, in the order of their bytes.
  static func entries(of folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path with every link and `..` resolved, as the file system sees it.
  static func resolved(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path
  }
}

/// A file that cannot be read.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong with it.
  public enum Problem: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// It is a folder.
    case folder
    /// It exists and cannot be read.
    case unreadable
  }

  /// The path as it was given.
  public let path: String
  /// What is wrong with it.
  public let problem: Problem

  /// `path: error: …`, and the mend on a line of its own.
  public var description: String {
    switch problem {
    case .missing: "\(path): error: no such file or folder\n  mend: check the path's spelling"
    case .folder: "\(path): error: this is a folder\n  mend: name a file in it"
    case .unreadable: "\(path): error: the file cannot be read\n  mend: check its permissions"
    }
  }
}
