extension System {
  /// Where a path that is written below the current folder really leads, if a link takes it out of there.
  static func escape(of path: String) -> String? {
    guard let current = currentFolder else { return nil }
    let isAbsolute = path.hasPrefix("/")
    guard let parts = Path.plain(isAbsolute ? path : "\(current)/\(path)") else { return nil }
    let written = "/" + parts.joined(separator: "/")
    guard Path.isBelow(written, current), written != current else { return nil }
    // What is not there yet will be made where the nearest folder above it is.
    var there = written
    while there != current {
      if let resolved = try? resolve(there) { return Path.isBelow(resolved, current) ? nil : resolved }
      // A link that leads nowhere would be made there, too.
      if (try? status(of: there, followingLinks: false).kind) == .link { return there }
      there = Path.folder(of: there)
    }
    return nil
  }
}
