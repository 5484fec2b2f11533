import Glibc
import Retrieval

#if Meaning
  extension Files {
    /// A file's bytes, mapped; nil if there is none that can be read.
    static func mapped(_ path: String) -> Blob? {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
        return nil
      }
      let size = Int(status.st_size)
      guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
        return nil
      }
      return Blob(UnsafeRawBufferPointer(start: start, count: size)) { bytes in
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
      }
    }

    /// Writes a file for the user alone, whole or not at all: beside its place, then renamed.
    ///
    /// Another process that does the same at once is not harmed, for each has a name of its own.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
        separator: "/")
      makeFolder(folder)
      var name = Array("\(path).XXXXXX".utf8CString)
      let file = mkstemp(&name)  // of mode 0600
      guard file >= 0 else { return false }
      let temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      var written = 0
      let isWhole = bytes.withUnsafeBytes { buffer in
        while written < buffer.count {
          let count = Glibc.write(file, buffer.baseAddress! + written, buffer.count - written)
          if count < 0, errno == EINTR { continue }
          if count <= 0 { return false }
          written += count
        }
        return true
      }
      guard close(file) == 0, isWhole, rename(temporary, path) == 0 else {
        unlink(temporary)
        return false
      }
      return true
    }

    private static func makeFolder(_ path: String) {
      var place = path.hasPrefix("/") ? "" : "."
      for part in path.split(separator: "/") {
        place += "/\(part)"
        mkdir(place, 0o700)
      }
    }
  }
#endif

extension Files {
  /// Where the user's programs keep what they can make again (XDG Base Directory Specification).
  static var cacheFolder: String? {
    func variable(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let folder = variable("XDG_CACHE_HOME") { return folder + "/onrecord" }
    return variable("HOME").map { $0 + "/.cache/onrecord" }
  }
}
