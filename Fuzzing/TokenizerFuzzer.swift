import SentenceEncoder

private let tokenizer = Tokenizer()

/// Any bytes as a text: the tokenizer ends, and its pieces are pieces.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTokenizer(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let pieces = tokenizer.pieces(of: text)
  precondition(pieces.allSatisfy { $0 > 2 && Int($0) < tokenizer.pieceCount })
  precondition(pieces.count <= text.unicodeScalars.count * 18 + 1)
  return 0
}
