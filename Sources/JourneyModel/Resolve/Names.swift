internal import JourneySource

/// The names of one kind in one place (the workspace, or one journey), and how references find them.
struct Names: Sendable {
  /// A thing as its line declares it.
  struct Entry: Sendable {
    /// Unique among the entries. Of a thing that cannot be referred to it begins with a digit, as no name can.
    let name: String
    let title: String
    let span: Span
    let isNamed: Bool
    /// False where the name could not be made from the title, or was taken.
    let canBeReferredTo: Bool
  }

  enum FoundName: Equatable {
    case one(Int)
    /// Several have this title.
    case several(Int, Int)
    case none
  }

  let kind: NameKind
  private(set) var entries: [Entry] = []
  private var exact: [String: Int] = [:]
  /// Names with capitals, folded; a name without finds its like here.
  private var folded: [String: Int] = [:]
  /// Names that could pass for a Latin word, by that word.
  private var lookAlikes: [String: Int] = [:]
  /// Names that entries had before.
  private var earlier: [String: Int] = [:]
  /// Made at the first look-up by title: first and second entry of each.
  private var titles: [String: (first: Int, second: Int?)]?

  init(_ kind: NameKind) { self.kind = kind }

  subscript(index: Int) -> Entry { entries[index] }

  /// The entry of this name, or else the one that had it before.
  func index(named name: String) -> Int? { exact[name] ?? (earlier.isEmpty ? nil : earlier[name]) }

  mutating func add(earlier name: String, of index: Int) { earlier[name] = index }

  mutating func find(titled title: String) -> FoundName {
    let known = titles ?? indexTitles()
    guard let found = known[title] else { return .none }
    if let second = found.second { return .several(found.first, second) }
    return .one(found.first)
  }

  /// The entry whose name differs only in case.
  func index(folding name: String) -> Int? {
    let fold = name.foldedName
    if let index = folded[fold], entries[index].name != name { return index }
    if fold != name, let index = exact[fold] { return index }
    return nil
  }

  /// The entry whose name looks the same, but is not.
  func index(resembling name: String) -> Int? {
    if let latin = name.latinLookAlike, let index = exact[latin] ?? lookAlikes[latin] { return index }
    return lookAlikes.isEmpty ? nil : lookAlikes[name]
  }

  mutating func append(_ entry: Entry) {
    let index = entries.count
    entries.append(entry)
    titles = nil
    guard entry.canBeReferredTo, exact[entry.name] == nil else { return }
    exact[entry.name] = index
    let fold = entry.name.foldedName
    if fold != entry.name, folded[fold] == nil { folded[fold] = index }
    if let latin = entry.name.latinLookAlike, lookAlikes[latin] == nil { lookAlikes[latin] = index }
  }

  /// For a thing that was first declared by its name alone.
  mutating func retitle(_ index: Int, _ title: String) {
    guard entries.indices.contains(index) else { return }
    let entry = entries[index]
    entries[index] = Entry(
      name: entry.name, title: title, span: entry.span, isNamed: entry.isNamed,
      canBeReferredTo: entry.canBeReferredTo)
    titles = nil
  }

  private mutating func indexTitles() -> [String: (first: Int, second: Int?)] {
    var known: [String: (first: Int, second: Int?)] = [:]
    known.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      if let found = known[entry.title] {
        if found.second == nil { known[entry.title] = (found.first, index) }
      } else {
        known[entry.title] = (index, nil)
      }
    }
    titles = known
    return known
  }
}
