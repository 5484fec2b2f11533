/// A character reference of HTML: `&amp;`, `&#39;`, `&#x2019;`.
struct Entity {
  let utf8: [UInt8]
  let end: Int

  var isSpace: Bool { utf8 == [32] }

  /// The reference at `start`, where an ampersand stands; nil when it is none that is known.
  init?(_ bytes: [UInt8], at start: Int, end limit: Int) {
    let reach = min(limit, start + 12)
    guard let semicolon = bytes[start..<reach].firstIndex(of: UInt8(ascii: ";")),
      semicolon > start + 1
    else { return nil }
    let name = String(decoding: bytes[start + 1..<semicolon], as: UTF8.self)
    end = semicolon + 1
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      guard let value, value >= 32, let scalar = UnicodeScalar(value) else { return nil }
      utf8 = value == 0xA0 ? [32] : Array(String(scalar).utf8)
    } else {
      guard let text = Self.named[name] else { return nil }
      utf8 = Array(text.utf8)
    }
  }

  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ",
    "emsp": " ", "thinsp": " ", "mdash": "—", "ndash": "–", "hellip": "…", "rsquo": "’",
    "lsquo": "‘", "rdquo": "”", "ldquo": "“", "sbquo": "‚", "bdquo": "„", "laquo": "«",
    "raquo": "»", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "middot": "·", "bull": "•",
    "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "aacute": "á", "agrave": "à",
    "acirc": "â", "auml": "ä", "aring": "å", "atilde": "ã", "ccedil": "ç", "iacute": "í",
    "icirc": "î", "iuml": "ï", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô", "ouml": "ö",
    "oslash": "ø", "uacute": "ú", "uuml": "ü", "szlig": "ß", "Eacute": "É", "Auml": "Ä",
    "Ouml": "Ö", "Uuml": "Ü", "pound": "£", "euro": "€", "yen": "¥", "sect": "§", "frac12": "½",
    "times": "×", "lrm": "\u{200E}", "rlm": "\u{200F}", "shy": "\u{AD}", "zwj": "\u{200D}",
    "zwnj": "\u{200C}",
  ]
}
