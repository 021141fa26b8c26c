/// Journey files made up for tests of the map, the same for the same numbers on every machine.
public enum SampleJourney {
  /// Words of many lengths and scripts, as titles.
  private static let titles = [
    "Sees the sign", "Compares accounts", "Fills in the application form", "Waits",
    "Rindfleischetikettierungsüberwachung",
    "Passes security and customs", "Звонит в поддержку", "手続きを確認する", "יוצר קשר", "Pays", "يتصل بالدعم",
    "Reads the terms and conditions, all forty pages of them, twice", "Ελέγχει", "नमस्ते कहता है", "Done 👩‍👩‍👧‍👦",
  ]

  /// A journey of so many touchpoints in phases of one to seven, with branches, retraces, entries and exits drawn by
  /// `seed`, most of them labelled.
  public static func text(touchpoints count: Int, seed: UInt64 = 1) -> String {
    var draw = SplitMix(state: seed)
    var text = ""
    for index in 0..<5 { text += "department d\(index) \"\(titles[(index * 3) % titles.count])\"\n" }
    for index in 0..<6 { text += "channel c\(index) \"Channel \(index)\"\n" }
    text += "\njourney sample \"A journey made up for a test\" {\n  owner d0\n"
    var placed = 0
    while placed < count {
      let size = min(1 + draw.next(below: 7), count - placed)
      text += "  phase p\(placed) \"\(titles[draw.next(below: titles.count)])\" {\n"
      for index in placed..<placed + size { text += touchpoint(index, &draw) }
      text += "  }\n"
      placed += size
    }
    text += "  flow {\n    as-written\n"
    for _ in 0..<max(1, count / 2) { text += arrow(among: count, &draw) }
    return text + "  }\n}\n"
  }

  private static func touchpoint(_ index: Int, _ draw: inout SplitMix) -> String {
    var text =
      "    touchpoint t\(index) \"\(titles[draw.next(below: titles.count)])\" channel c\(draw.next(below: 6)) owner d\(draw.next(below: 5)) {\n"
    if draw.next(below: 4) == 0 { text += "      moment-of-truth\n" }
    if draw.next(below: 6) == 0 { text += "      optional\n" }
    text +=
      "      feels \(["-2", "-1", "0", "+1", "+2"][draw.next(below: 5)]) \"\(titles[draw.next(below: titles.count)])\"\n"
    if draw.next(below: 2) == 0 { text += "      thinks \"\(titles[draw.next(below: titles.count)])\"\n" }
    if draw.next(below: 3) == 0 { text += "      backstage \"Checks it\" owner d\(draw.next(below: 5))\n" }
    if draw.next(below: 3) == 0 { text += "      pain \"\(titles[draw.next(below: titles.count)])\" evidence survey\n" }
    return text + "    }\n"
  }

  private static func arrow(among count: Int, _ draw: inout SplitMix) -> String {
    let from = draw.next(below: count)
    let label = draw.next(below: 3) == 0 ? "" : " : \"\(titles[draw.next(below: titles.count)])\""
    switch draw.next(below: 8) {
    case 0: return "    entry e\(from) \"Comes in\" -> t\(from)\(label)\n"
    case 1: return "    t\(from) -> exit \"Gives up\"\(label)\n"
    default:
      var to = draw.next(below: count)
      if to == from { to = (to + 1) % count }
      return "    t\(from) -> t\(to)\(label)\n"
    }
  }
}

extension SplitMix {
  /// A whole number from 0 to below a bound.
  public mutating func next(below bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
