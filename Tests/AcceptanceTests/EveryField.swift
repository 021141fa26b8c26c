@testable import JourneySyntax

/// A workspace with a text in every place of the language that takes one, made from the vocabulary: a word added there
/// is tried here.
struct EveryField {
  /// Where the text stands: `touchpoint pain`, `journey title`.
  private(set) var fields: [String] = []
  private(set) var journey = ""
  /// What stands in a field; it may tell them apart by their number.
  private let text: (Int) -> String

  init(_ text: @escaping (Int) -> String) {
    self.text = text
    journey = GrammarContext.file.vocabulary.map { thing($0, named: Self.names[$0.keyword] ?? "") }.joined(
      separator: "\n")
  }

  /// A tally for its feedback, so that figures are drawn.
  static let tally =
    "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n"
    + ["2026-05", "2026-06"].map { "j,first,csat,1..5,\($0),,f,2,60,,\nj,first,csat,1..5,\($0),,f,5,40,,\n" }.joined()

  private static let names: [Keyword: String] = [
    .journey: "j", .persona: "p", .segment: "s", .channel: "c", .department: "d", .kpi: "k", .feedback: "f",
    .action: "a", .group: "b", .lane: "r",
    .goal: "g", .phase: "one", .touchpoint: "first",
  ]

  /// A thing with a title and all that may stand in it.
  private mutating func thing(_ word: Word, named name: String) -> String {
    let head = name.isEmpty && word.isNameless ? word.keyword.rawValue : "\(word.keyword.rawValue) \(name)"
    let title = word.keyword == .flow ? "" : " " + field("\(word.keyword.rawValue) title")
    return "\(head)\(title) {\n\(lines(in: word.inside))}\n"
  }

  private mutating func lines(in place: GrammarContext) -> String {
    var lines = ""
    for word in place.vocabulary where !Self.leftOut.contains("\(place) \(word.keyword.rawValue)") {
      if word.isThing {
        lines += thing(word, named: place == .file ? "" : Self.names[word.keyword] ?? "")
      } else if place == .touchpoint, word.inside == .nothing, !Self.first.contains(word.keyword) {
        others.append(word)
      } else {
        lines += fact(word, in: place)
      }
    }
    switch place {
    case .phase: lines += otherTouchpoints()
    case .flow:
      lines += "entry \(field("entry title")) -> first : \(field("label"))\nfirst -> exit \(field("exit title"))\n"
    case .answer: lines += "\(field("cell")) is 1\n"
    case .table: lines += "\(field("cell")) is ignored\n"
    default: break
    }
    return lines
  }

  /// What a touchpoint may say once and what changes its place on the map stands on others, so that all are drawn.
  private var others: [Word] = []
  private static let first: Set<Keyword> = [.channel, .owner, .target, .importance, .momentOfTruth, .was, .link]

  private mutating func otherTouchpoints() -> String {
    let words = others
    others = []
    return words.map { word in
      "touchpoint by-\(word.keyword.rawValue) \(field("touchpoint title")) channel c owner d {\n\(fact(word, in: .touchpoint))}\n"
    }.joined()
  }

  private mutating func fact(_ word: Word, in place: GrammarContext) -> String {
    if let line = Self.lines["\(place) \(word.keyword.rawValue)"] { return line + "\n" }
    // What its address looks for may be any text, too.
    if word.keyword == .view {
      return "view \(field("\(place) view")) \"find=\(text(-1).filter { $0 != "&" })\"\n"
    }
    let arguments = word.slots.map { argument($0, of: word, in: place) }
    let line = ([word.keyword.rawValue] + arguments).joined(separator: " ")
    let inside = lines(in: word.inside)
    return inside.isEmpty ? line + "\n" : "\(line) {\n\(inside)}\n"
  }

  private mutating func argument(_ slot: Slot, of word: Word, in place: GrammarContext) -> String {
    switch slot {
    case .word(let fixed), .maybeWord(let fixed): fixed
    case .maybeName: word.keyword == .pain ? "w" : "i"
    case .tail(let fixed, let shape): "\(fixed) \(value(shape, of: word, in: place))"
    case .one where word.keyword == .link: "\"https://example.org/?\(text(-1).filter { !" &".contains($0) })\""
    case .one(let shape), .maybe(let shape), .list(let shape): value(shape, of: word, in: place)
    }
  }

  private mutating func value(_ shape: Shape, of word: Word, in place: GrammarContext) -> String {
    guard shape.kinds == .string else { return shape.choices.first ?? Self.values[shape.noun] ?? "1" }
    return Self.given[word.keyword] ?? field("\(place) \(word.keyword.rawValue)")
  }

  private mutating func field(_ name: String) -> String {
    fields.append(name)
    return "\"\(text(fields.count - 1))\""
  }

  /// Fields that take only some texts; whether they refuse the others is their own row.
  private static let given: [Keyword: String] = [.zone: "\"+02:00\"", .format: "\"MM/DD/YYYY\""]
  /// Lines that take no text, and have to fit their neighbours.
  private static let lines = [
    "goal kpi": "kpi k", "goal record": "record 2026-06 42 of 100", "workspace hide-below": "hide-below 10",
    "action for": "for j/first",
  ]
  /// What cannot stand beside its neighbours.
  private static let leftOut: Set<String> = [
    "journey state", "journey future-of", "touchpoint opens", "answer in", "answer from", "answer lower-is-easier",
    "answer higher-is-easier", "answer with-drivers", "feedback decimal",
    "journey draft", "touchpoint image", "persona image",
  ]
  private static let values = [
    "a department": "d", "a channel": "c", "a persona": "p", "a segment": "s", "a journey": "j", "a goal": "g",
    "the code of a finding": "language-not-spoken", "a lane": "r", "a group": "b", "a tag": "t", "a pain": "w",
    "an idea": "i",
    "a KPI": "churn", "a touchpoint": "first", "a touchpoint, a phase, a journey or \"workspace\"": "j/first",
    "an earlier name": "once", "a language": "en", "a percentage": "18%",
    "a number of the scale or a range of it": "4..5", "a duration": "2d",
    "a day, month, quarter or year": "2026-06", "a scale": "1..5", "a comparison": ">= 80%",
    "a number, a percentage or a duration": "40%", "a figure": "42", "a change": "+8pt", "a cell": "\"x\"",
  ]
}
