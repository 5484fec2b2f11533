/// Bytes that stay where they are as long as somebody holds them: an array's, or a mapped file's.
package final class Blob: @unchecked Sendable {
  /// Never written to.
  package let bytes: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Bytes that `release` gives back when nobody holds them any more.
  package init(
    _ bytes: UnsafeRawBufferPointer, release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    self.bytes = bytes
    self.release = release
  }

  /// A copy of `bytes`, aligned to 64.
  package convenience init(copying bytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
    copy.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])) {
      $0.baseAddress?.deallocate()
    }
  }

  deinit { release(bytes) }
}
