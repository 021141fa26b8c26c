internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Whether a feedback's file lies below the workspace; a finding where it does not.
  mutating func isInside(_ path: Spanned<String>) -> Bool {
    if path.value.staysInside { return true }
    report(.fileOutside(path))
    return false
  }
}

extension String {
  /// Whether a path can only lead below the folder it starts from: relative, forward slashes, no way up, nothing encoded.
  var staysInside: Bool {
    let bytes = Array(utf8)
    guard let first = bytes.first, first != 0x2F, first != 0x7E else { return false }
    if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0x5C || $0 == 0x3A }) { return false }
    if bytes.split(separator: 0x2F).contains(where: { $0.elementsEqual([0x2E, 0x2E]) }) { return false }
    return !holdsEncodedSign(bytes)
  }

  /// `%2e`, `%2f`, `%5c`: a dot or a slash for whoever decodes it.
  private func holdsEncodedSign(_ bytes: [UInt8]) -> Bool {
    for (index, byte) in bytes.enumerated() where byte == 0x25 && index + 2 < bytes.count {
      let code = (bytes[index + 1], bytes[index + 2] | 0x20)
      if code == (0x32, 0x65) || code == (0x32, 0x66) || code == (0x35, 0x63) { return true }
    }
    return false
  }
}

extension Diagnostic {
  fileprivate static func fileOutside(_ path: Spanned<String>) -> Self {
    let forward = path.value.replacing("\\", with: "/")
    if forward != path.value, forward.staysInside {
      return .init(
        .fileOutside, at: path.span, "\"\(path.value)\" has backslashes", help: "write: file \"\(forward)\"",
        fix: .safe(path.span, "\"\(forward)\""))
    }
    return .init(
      .fileOutside, at: path.span, "\"\(path.value)\" is not below the workspace folder",
      help: "write a path from that folder, such as \"private/answers.csv\"; "
        + "for files elsewhere run: waymark tally --data DIR")
  }
}
