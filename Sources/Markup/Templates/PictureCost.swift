/// How much a picture asks of whoever draws it, once all that its parts refer to is drawn in their place.
///
/// A file of a kilobyte whose groups use each other ten times over draws a million shapes, and a browser hangs with it. So
/// every way in which a part makes another be drawn counts: `use`, patterns, masks, clips, markers, filters, in attributes,
/// in `style` and in style sheets. What refers to itself is refused. Gradients hold no shapes and count nothing.
struct PictureCost {
  /// Shapes that a logo may come to.
  static let most = 10_000
  /// A filter goes over every pixel.
  private static let filterCost = 20
  /// References inside each other; more than any editor makes, and few enough for the stack.
  private static let deepest = 100
  /// Elements that draw nothing themselves.
  private static let silent: Set = [
    "defs", "desc", "linearGradient", "metadata", "radialGradient", "stop", "style", "title", "view",
  ]

  private enum Visit { case open, known(Int) }

  private var parts: [PicturePart] = []
  private var partsByID: [String: [Int]] = [:]
  private var sheet = SheetReferences()
  private var visits: [Int: Visit] = [:]
  /// Of ids and of rules, so that however many refer to one it is added up once.
  private var idVisits: [String: Visit] = [:]
  private var ruleVisits: [Substring: Visit] = [:]

  private struct PicturePart {
    let name: String
    let own: Int
    let order: Int
    var children: [Int] = []
    /// What it refers to, and how often that is drawn.
    var references: [(id: String, times: Int)]
    let classes: [Substring]
    let id: String?
    let vertices: Int
  }

  /// The place of the first element that draws too much, and whether it is because it draws itself.
  static func excess(of root: ParsedElement) -> (order: Int, drawsItself: Bool)? {
    var cost = PictureCost()
    cost.collectSheets(root)
    _ = cost.add(root)
    do throws(Excess) {
      _ = try cost.total(of: 0, depth: 0)
      return nil
    } catch {
      return (error.order, error.drawsItself)
    }
  }

  private struct Excess: Error {
    let order: Int
    let drawsItself: Bool
  }

  private mutating func collectSheets(_ element: ParsedElement) {
    if element.name == "style" {
      sheet.read(element.children.map { if case .text(let text) = $0 { text } else { "" } }.joined())
    }
    for case .element(let child) in element.children { collectSheets(child) }
  }

  /// The depth is bounded by the scan of tags.
  private mutating func add(_ element: ParsedElement) -> Int {
    let index = parts.count
    let values = Dictionary(element.attributes.map { ($0.name, $0.value) }) { first, _ in first }
    var references: [(id: String, times: Int)] = []
    var filters = element.name.hasPrefix("fe") ? 1 : 0
    for (name, value) in element.attributes {
      let bare = name.split(separator: ":").last.map(String.init) ?? name
      if bare == "href", element.name == "use" {
        references.append((CSSReferences.decoded(value.drop { $0 == "#" }), 1))
      } else if name == bare {
        let times =
          name.hasPrefix("marker") || (name == "style" && value.contains("marker")) ? Self.vertices(in: element) : 1
        for id in CSSReferences.ids(in: value) { references.append((id, times)) }
        filters += CSSReferences.filters(in: value)
      }
    }
    parts.append(
      PicturePart(
        name: element.name, own: Self.silent.contains(element.name) ? 0 : 1 + filters * Self.filterCost,
        order: element.order, references: references,
        classes: (values["class"] ?? "").split { $0.isWhitespace }, id: values["id"],
        vertices: Self.vertices(in: element)))
    if let id = values["id"] { partsByID[id, default: []].append(index) }
    for case .element(let child) in element.children { parts[index].children.append(add(child)) }
    return index
  }

  /// The points of its own paths and of those inside, at most: a marker stands on each.
  private static func vertices(in element: ParsedElement) -> Int {
    var count = 1
    for (name, value) in element.attributes where name == "d" || name == "points" { count += value.utf8.count / 2 }
    for case .element(let child) in element.children { count += vertices(in: child) }
    return count
  }

  /// What is drawn for a part: itself, what it holds, and what these refer to.
  private mutating func total(of index: Int, depth: Int) throws(Excess) -> Int {
    let part = parts[index]
    if depth > Self.deepest { throw Excess(order: part.order, drawsItself: false) }
    switch visits[index] {
    case .known(let total): return total
    case .open: throw Excess(order: part.order, drawsItself: true)
    case nil: break
    }
    visits[index] = .open
    var sum = CostSum(part.own)
    for child in part.children { try sum.add(total(of: child, depth: depth + 1), at: part) }
    for (id, times) in part.references {
      try sum.add(total(ofID: id, from: part, depth: depth), times: times, at: part)
    }
    let times = sheet.hasMarkers ? part.vertices : 1
    for key in SheetReferences.keys(of: part.name, classes: part.classes, id: part.id) {
      try sum.add(total(ofRule: key, from: part, depth: depth), times: times, at: part)
    }
    visits[index] = .known(sum.total)
    return sum.total
  }

  /// Of several parts with one id a browser takes one, whichever that is.
  private mutating func total(ofID id: String, from part: PicturePart, depth: Int) throws(Excess) -> Int {
    if case .known(let total) = idVisits[id] { return total }
    var sum = CostSum(0)
    for target in partsByID[id] ?? [] { try sum.add(total(of: target, depth: depth + 1), at: part) }
    idVisits[id] = .known(sum.total)
    return sum.total
  }

  private mutating func total(ofRule key: Substring, from part: PicturePart, depth: Int) throws(Excess) -> Int {
    guard let rule = sheet.rules[key] else { return 0 }
    switch ruleVisits[key] {
    case .known(let total): return total
    case .open: throw Excess(order: part.order, drawsItself: true)
    case nil: ruleVisits[key] = .open
    }
    var sum = CostSum(0)
    try sum.add(rule.filters, times: Self.filterCost, at: part)
    for id in rule.ids { try sum.add(total(ofID: id, from: part, depth: depth + 1), at: part) }
    ruleVisits[key] = .known(sum.total)
    return sum.total
  }

  private struct CostSum {
    private(set) var total: Int

    init(_ start: Int) { total = start }

    mutating func add(_ more: Int, times: Int = 1, at part: PicturePart) throws(Excess) {
      let (product, overflow) = more.multipliedReportingOverflow(by: times)
      total += overflow ? PictureCost.most + 1 : min(product, PictureCost.most + 1)
      if total > PictureCost.most { throw Excess(order: part.order, drawsItself: false) }
    }
  }
}
