import Glibc

/// Writes files whole or not at all: beside the target, then renamed.
enum SafeFile {
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func write(_ text: String, to path: String) throws {
    let temporary = "\(path).\(getpid()).tmp"
    guard let file = fopen(temporary, "w") else { throw WriteError(path: path, code: errno) }
    var text = text
    let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    guard isWritten, fflush(file) == 0, fsync(fileno(file)) == 0, fclose(file) == 0,
      rename(temporary, path) == 0
    else {
      let code = errno
      unlink(temporary)
      throw WriteError(path: path, code: code)
    }
  }
}

/// A file that cannot be written.
struct WriteError: Error, CustomStringConvertible {
  let path: String
  let code: Int32

  var description: String {
    "\(path): error: cannot be written: \(String(cString: strerror(code)))\n  mend: check the folder and its permissions"
  }
}
