internal import JourneyModel
internal import JourneyRender
internal import JourneySource

extension Maps {
  /// Pages and pictures in the folder that Waymark drew of journeys which are gone now, or have another name; empty where
  /// only some of the journeys are drawn.
  ///
  /// They are known by what only a journey map says of itself, so a file of somebody else is never named.
  public func leftovers(below folder: String) -> [String] {
    guard options.journey == nil, options.poster == nil else { return [] }
    let drawn = Set(rendering.views.map(\.journey.name) + ["index", "review"])
    let entries = (try? System.entries(of: folder)) ?? []
    let names = entries.compactMap { $0.kind == .file ? String(validating: $0.name, as: UTF8.self) : nil }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.filter { name in
      guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), ["html", "svg"].contains(name[dot...].dropFirst()),
        let stem = name[..<dot].split(separator: "-poster-").first, !drawn.contains(String(stem)),
        let bytes = try? System.read(Path.join(folder, name), limit: Limits.file)
      else { return false }
      // Many times as fast as `firstRange(of:)`, which is not made for bytes.
      return bytes.indices.contains { bytes[$0] == Self.mark[0] && bytes[$0...].starts(with: Self.mark) }
    }
  }

  /// What the drawing of a journey is called for screen readers.
  private static let mark = Array("aria-roledescription=\"journey map\"".utf8)
}
