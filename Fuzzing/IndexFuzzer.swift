import Retrieval
import SentenceEncoder

private let encoder = SentenceEncoder()
private let prompt = encoder.encode(prompt: "Why?")
private let key = [UInt8](repeating: 7, count: 32)

/// Any bytes as an index file, with the parts mended that a random file would never get right (magic,
/// version, key, checksum): it is refused, or every number in it can be followed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIndex(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  _ = EncodedPassages(Blob(copying: bytes), key: key)
  guard let mended = EncodedPassages.mended(bytes, key: key) else { return 0 }
  bytes = mended
  if let encoded = EncodedPassages(Blob(copying: bytes), key: key) {
    encoded.readEverything(with: encoder, prompt: prompt)
  }
  return 0
}
