import Retrieval

#if Meaning
  import SentenceEncoder
#endif

/// How a persona's index comes about: where it is kept, and who is told of the work.
///
/// Encoding an interview takes a second for every few thousand words, so the result is kept, one
/// file a transcript. A file that is not whole, or not for this transcript, this model and this
/// version, is made anew.
public struct Indexing: Sendable {
  /// Something that happens on the way.
  public enum Event: Sendable, Hashable {
    /// So many of so many texts are encoded.
    case progress(done: Int, all: Int)
    /// A kept index was no good and is made anew.
    case rebuilding(file: String)
    /// The index cannot be kept, and the next start will make it again.
    case notKept(file: String)
  }

  /// The folder where indexes are kept; nil for nowhere.
  public var folder: String?
  /// A folder in which indexes may stand beside their transcripts, as `NAME.index`; read, never written.
  var shipped: String?
  /// Told of what happens, from any thread.
  public var report: @Sendable (Event) -> Void

  /// Indexes kept in `folder`.
  public init(folder: String?, report: @escaping @Sendable (Event) -> Void = { _ in }) {
    self.folder = folder
    self.report = report
  }

  /// Kept in the user's cache folder: `$XDG_CACHE_HOME/onrecord`, else `~/.cache/onrecord`.
  public static var standard: Indexing { Indexing(folder: Files.cacheFolder) }

  /// Kept nowhere, and none that was shipped is read: every start encodes.
  public static var none: Indexing { Indexing(folder: nil) }

  #if Meaning
    /// A transcript's vectors: as they were kept, or made now.
    func encoded(_ cut: Cut, of transcript: Transcript, by encoder: SentenceEncoder)
      -> EncodedPassages
    {
      let version = withUnsafeBytes(of: EncodedPassages.version.littleEndian) { Array($0) }
      let key = SHA256Digest(
        of: transcript.digest.bytes + encoder.modelDigest + version + cut.fingerprint)
      if let shipped, let blob = Files.mapped("\(shipped)/\(transcript.name).index"),
        let ready = EncodedPassages(blob, key: key.bytes), ready.fits(cut.passages)
      {
        return ready
      }
      let path = folder.map { "\($0)/\(key).index" }
      if let path, let blob = Files.mapped(path) {
        if let kept = EncodedPassages(blob, key: key.bytes), kept.fits(cut.passages) { return kept }
        report(.rebuilding(file: path))
      }
      let report = report
      let bytes = EncodedPassages.build(cut.passages, with: encoder, key: key.bytes) { done, all in
        report(.progress(done: done, all: all))
      }
      if let path, !Files.write(bytes, to: path) { report(.notKept(file: path)) }
      guard let built = EncodedPassages(Blob(copying: bytes), key: key.bytes) else {
        preconditionFailure("What was built cannot be read")
      }
      return built
    }
  #endif
}
