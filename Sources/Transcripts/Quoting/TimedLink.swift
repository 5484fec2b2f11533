/// An address that opens a recording at a time.
enum TimedLink {
  /// `url` with `t=` for the seconds; nil without a time, or where the address is none of the web's.
  static func url(_ url: String, at seconds: Double?) -> String? {
    guard let seconds, seconds >= 0, seconds < 1e7,
      url.hasPrefix("https://") || url.hasPrefix("http://"),
      url.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 34 && $0 != 60 && $0 != 62 })
    else { return nil }
    let whole = Int(seconds)
    let parts = url.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    if isVideoSite(url) {
      var base = String(parts[0])
      base += base.contains("?") ? "&t=\(whole)s" : "?t=\(whole)s"
      return base
    }
    // A media fragment, as the W3C's recommendation writes it.
    return parts.count == 1 ? "\(url)#t=\(whole)" : "\(url)&t=\(whole)"
  }

  private static func isVideoSite(_ url: String) -> Bool {
    let host = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
    let name = host.lowercased()
    return name == "youtu.be" || name == "youtube.com" || name.hasSuffix(".youtube.com")
  }
}
