/// The functions, each in time that grows with the length of its texts, not with their product.
extension Evaluator {
  mutating func call(
    _ function: XPathFunction, _ arguments: [XPathExpression], at place: EvaluationContext
  ) throws(WorkIsSpent) -> XPathValue {
    switch function {
    case .last: return .number(Double(place.size))
    case .position: return .number(Double(place.position))
    case .yes: return .boolean(true)
    case .no: return .boolean(false)
    case .boolean: return .boolean(Self.boolean(try evaluate(arguments[0], at: place)))
    case .not: return .boolean(!Self.boolean(try evaluate(arguments[0], at: place)))
    case .count: return .number(Double(try nodes(of: arguments[0], at: place).count))
    case .ceiling: return .number(try number(of: arguments[0], at: place).rounded(.up))
    case .floor: return .number(try number(of: arguments[0], at: place).rounded(.down))
    case .round:
      let number = try number(of: arguments[0], at: place)
      return .number((number + 0.5).rounded(.down))
    case .sum:
      var sum = 0.0
      for node in try nodes(of: arguments[0], at: place) { sum += try number(of: .nodes([node])) }
      return .number(sum)
    case .localName, .name:
      let node = arguments.isEmpty ? place.node : try nodes(of: arguments[0], at: place).first
      return .text(node.map { name(ofNode: $0) } ?? "")
    case .number:
      return .number(try number(of: argumentOrHere(arguments, at: place)))
    default: return try callOnTexts(function, arguments, at: place)
    }
  }

  /// The one argument, or the node that the expression starts from.
  private mutating func argumentOrHere(
    _ arguments: [XPathExpression], at place: EvaluationContext
  ) throws(WorkIsSpent) -> XPathValue {
    guard let argument = arguments.first else { return .nodes([place.node]) }
    return try evaluate(argument, at: place)
  }

  private mutating func callOnTexts(
    _ function: XPathFunction, _ arguments: [XPathExpression], at place: EvaluationContext
  ) throws(WorkIsSpent) -> XPathValue {
    if arguments.count < 2 {
      let text = try text(of: argumentOrHere(arguments, at: place))
      if function == .string { return .text(text) }
      try spend(readingBytes: text.utf8.count)
      return function == .stringLength ? .number(Double(text.unicodeScalars.count)) : .text(Self.normalized(text))
    }
    if function == .substring { return .text(try substring(arguments, at: place)) }
    var texts: [String] = []
    for argument in arguments {
      let text = try text(of: argument, at: place)
      try spend(readingBytes: text.utf8.count)
      texts.append(text)
    }
    let (text, other) = (Array(texts[0].utf8), Array(texts[1].utf8))
    switch function {
    case .startsWith: return .boolean(text.starts(with: other))
    case .contains: return .boolean(text.firstRange(of: other) != nil)
    case .substringBefore: return .text(text.firstRange(of: other).map { Self.string(text[..<$0.lowerBound]) } ?? "")
    case .substringAfter: return .text(text.firstRange(of: other).map { Self.string(text[$0.upperBound...]) } ?? "")
    case .translate: return .text(Self.translated(texts[0], from: texts[1], to: texts.last ?? ""))
    default: return .text(texts.joined())
    }
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Without white space at the ends, and one blank for each run of it within.
  private static func normalized(_ text: String) -> String {
    text.utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.map { String(Substring($0)) }
      .joined(separator: " ")
  }

  /// Characters from `start` on, counted from 1, and `length` of them; both are rounded, and may lie outside.
  private mutating func substring(_ arguments: [XPathExpression], at place: EvaluationContext) throws(WorkIsSpent)
    -> String
  {
    let text = try text(of: arguments[0], at: place)
    try spend(readingBytes: text.utf8.count)
    let start = (try number(of: arguments[1], at: place) + 0.5).rounded(.down)
    let end =
      arguments.count < 3
      ? .infinity : start + (try number(of: arguments[2], at: place) + 0.5).rounded(.down)
    var kept = String.UnicodeScalarView()
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let position = Double(index + 1)
      if position >= start, position < end { kept.append(scalar) }
    }
    return String(kept)
  }

  private static func translated(_ text: String, from: String, to: String) -> String {
    var replacements: [Unicode.Scalar: Unicode.Scalar?] = [:]
    var targets = to.unicodeScalars.makeIterator()
    for scalar in from.unicodeScalars {
      let target = targets.next()
      if replacements[scalar] == nil { replacements[scalar] = .some(target) }
    }
    var translated = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let replacement = replacements[scalar] {
        if let replacement { translated.append(replacement) }
      } else {
        translated.append(scalar)
      }
    }
    return String(translated)
  }
}

extension [UInt8] {
  /// The first place of a text in this one, found in one pass (Knuth, Morris and Pratt).
  fileprivate func firstRange(of word: [UInt8]) -> Range<Int>? {
    guard !word.isEmpty else { return 0..<0 }
    // For each length of a beginning of the word, the longest shorter beginning that it also ends with.
    var shorter = [0]
    var matched = 0
    for byte in word.dropFirst() {
      while matched > 0, word[matched] != byte { matched = shorter[matched - 1] }
      if word[matched] == byte { matched += 1 }
      shorter.append(matched)
    }
    matched = 0
    for (index, byte) in self.enumerated() {
      while matched > 0, word[matched] != byte { matched = shorter[matched - 1] }
      if word[matched] == byte { matched += 1 }
      if matched == word.count { return index + 1 - matched..<index + 1 }
    }
    return nil
  }
}
