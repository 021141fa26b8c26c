/// What a template's own CSS may not do: fetch anything, or hide that it does.
enum SafeStyle {
  private static let fetching = ["url(", "src(", "image(", "image-set(", "@import", "\\", "<"]

  /// The first thing in the text that fetches, or that could hide it.
  static func refused(in text: String) -> String? {
    let text = text.lowercased()
    return fetching.first { contains(text, $0) }
  }

  private static func contains(_ text: String, _ part: String) -> Bool {
    let (text, part) = (Array(text.utf8), Array(part.utf8))
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }
}
