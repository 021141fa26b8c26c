/// The values of a vendor's own column that nobody knows. Rows with one count, so the audit names it.
struct UnknownValues {
  private var values: Set<String> = []

  /// A column that has more of them is hardly the vendor's.
  static let most = 50

  mutating func add(_ text: String) { if values.count <= Self.most { values.insert(text.shownShort) } }

  func merging(_ other: Self) -> Self {
    var merged = self
    for value in other.values { merged.add(value) }
    return merged
  }

  /// By their bytes; nil where there are too many.
  var listed: [String]? {
    values.count > Self.most ? nil : values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
