internal import JourneySource

/// The tokens before a place, read as far as the vocabulary goes.
struct PlaceReading {
  struct OpenFrame {
    let context: GrammarContext
    let keyword: Keyword?
    let anchor: Int
    /// The words that were said in it.
    var said: [Keyword]
  }

  var lexer: Lexer
  let offset: Int
  var frames = [OpenFrame(context: .file, keyword: nil, anchor: 0, said: [])]
  /// The token that is being written, where it is a word, a value or a text.
  var touched: Token?
  private var previous: Token?
  /// The word of the line, the one of its facts that values are read for, and the last that others may follow.
  private var head: Word?
  var current: Word?
  private var follower: Word?
  private var anchor = 0
  /// How many names and titles of the line's thing there were.
  private var names = 0
  private var saidOnLine: [Keyword] = []
  private(set) var arguments: [Token] = []
  /// Of a line of a flow: how many arrows there are, and whether what they lead to is still to come.
  private var path: (arrows: Int, needsPoint: Bool)?
  /// Of a row: whether its `is` was passed.
  private var row: Bool?
  private let vocabulary = Vocabulary.standard

  init(_ lexer: Lexer, offset: Int) {
    self.lexer = lexer
    self.offset = offset
  }

  var frame: OpenFrame { frames[frames.count - 1] }

  /// False in a comment.
  mutating func run() -> Bool {
    var token = lexer.next()
    while token.kind != .end, Int(token.end) <= offset || isTouched(token) {
      if isTouched(token), token.isValue || token.kind == .sign {
        touched = token
        break
      }
      take(token)
      previous = token
      token = lexer.next()
    }
    guard let remark = lexer.remarks.last(where: { !$0.isBlank && Int($0.start) < offset }) else { return true }
    return lexer.bytes[Int(remark.start)..<offset].contains { $0 == ASCII.lf || $0 == ASCII.cr }
  }

  /// Whether the place is in the token, or right behind a word that may go on.
  private func isTouched(_ token: Token) -> Bool {
    guard Int(token.start) < offset, offset <= Int(token.end) else { return false }
    return token.kind != .string || offset < Int(token.end) || token.traits.contains(.unclosed)
  }

  /// Whether what is written at the place begins a line.
  var isAtLineStart: Bool {
    guard let previous else { return true }
    if previous.kind == .open || previous.kind == .close { return true }
    if continuesLine { return false }
    let gap = Int(previous.end)..<max(Int(previous.end), Int(touched?.start ?? Int32(offset)))
    return lexer.bytes[gap].contains { $0 == ASCII.lf || $0 == ASCII.cr }
  }

  /// A list goes on behind its comma, and an arrow leads to the next line.
  private var continuesLine: Bool { previous?.kind == .comma || path?.needsPoint == true && path?.arrows != 0 }

  private mutating func take(_ token: Token) {
    switch token.kind {
    case .open:
      let inside = head?.inside ?? .nothing
      frames.append(OpenFrame(context: inside, keyword: head?.keyword, anchor: anchor, said: saidOnLine))
      endLine()
    case .close:
      if frames.count > 1 { frames.removeLast() }
      endLine()
    default:
      let isFirst = previous.map { $0.kind == .open || $0.kind == .close } ?? true
      if isFirst || token.startsLine && !continuesLine { beginLine(token) } else { continueLine(token) }
    }
  }

  private mutating func endLine() {
    (head, current, follower, path, row, names) = (nil, nil, nil, nil, nil, 0)
    (saidOnLine, arguments) = ([], [])
  }

  private mutating func beginLine(_ token: Token) {
    endLine()
    anchor = Int(token.start)
    let known = frames.lastIndex { vocabulary.find(token.keyword, in: $0.context) != nil }
    // A line that only a block further out can have ends those within, which are not closed yet.
    if token.kind == .word, let known, !frame.context.hasPaths, !frame.context.hasRows {
      frames.removeSubrange((known + 1)...)
    }
    if token.kind == .word, let index = vocabulary.find(token.keyword, in: frame.context) {
      let word = vocabulary.words[index]
      head = word
      current = word.isThing ? nil : word
      frames[frames.count - 1].said.append(word.keyword)
    } else if frame.context.hasPaths {
      path = (0, true)
      continueLine(token)
    } else if frame.context.hasRows {
      row = false
    }
  }

  private mutating func continueLine(_ token: Token) {
    if path != nil { return takePath(token) }
    if row != nil {
      if isWord(token, "is") { row = true }
      return
    }
    guard let head else { return }
    let needsValue = current.map { missing(of: $0).isMandatory } ?? false
    if !needsValue, token.kind == .word {
      for context in [follower?.inside, head.inside].compactMap(\.self) {
        guard let index = vocabulary.find(token.keyword, in: context), !vocabulary.words[index].isThing else {
          continue
        }
        current = vocabulary.words[index]
        arguments = []
        if context == head.inside {
          follower = current
          saidOnLine.append(vocabulary.words[index].keyword)
        }
        return
      }
    }
    if current != nil {
      if token.kind != .comma { arguments.append(token) }
    } else {
      if names == 0 { anchor = Int(token.start) }
      names += 1
    }
  }

  private mutating func takePath(_ token: Token) {
    switch token.kind {
    case .arrow: path = ((path?.arrows ?? 0) + 1, true)
    case .word where isWord(token, "and") && current == nil: path?.needsPoint = true
    case .word
    where (path?.arrows ?? 0) > 0 && path?.needsPoint == false
      && !(current.map { missing(of: $0).isMandatory } ?? false):
      guard let index = vocabulary.find(token.keyword, in: .path) else { return }
      current = vocabulary.words[index]
      saidOnLine.append(vocabulary.words[index].keyword)
      arguments = []
    case .comma, .colon: break
    default:
      if current != nil { arguments.append(token) } else { path?.needsPoint = false }
    }
  }

  private func isWord(_ token: Token, _ word: String) -> Bool {
    token.kind == .word && lexer.bytes[token.range].elementsEqual(word.utf8)
  }
}

extension PlaceReading {
  /// What may stand at the place.
  var expectations: [WritingPlace.Expectation] {
    if isAtLineStart { return atLineStart }
    if let path { return inPath(path.arrows, path.needsPoint) }
    if let row { return row ? [.meaning(of: frame.keyword ?? .answer)] : [.fixed("is")] }
    guard let head else { return [] }
    guard let current else { return names > 0 || head.isNameless ? following : [] }
    let missing = missing(of: current)
    return missing.isMandatory ? missing.expected : missing.expected + following
  }

  private var atLineStart: [WritingPlace.Expectation] {
    let context = frame.context
    let words = context.vocabulary.filter { $0.count != .once || !frame.said.contains($0.keyword) }
    return words.map { .word($0, in: context) } + (context.hasPaths ? [.point(ends: ["entry"])] : [])
  }

  private func inPath(_ arrows: Int, _ needsPoint: Bool) -> [WritingPlace.Expectation] {
    if needsPoint { return [.point(ends: arrows == 0 ? ["entry"] : ["exit"])] }
    guard let current else { return arrows == 0 ? [] : following }
    let missing = missing(of: current)
    return missing.isMandatory ? missing.expected : missing.expected + following
  }

  /// The facts that may follow on the line.
  private var following: [WritingPlace.Expectation] {
    let contexts = path != nil ? [GrammarContext.path] : [follower?.inside, head?.inside].compactMap(\.self)
    return contexts.flatMap { context in
      context.vocabulary.filter { !$0.isThing && ($0.count != .once || !saidOnLine.contains($0.keyword)) }
        .map { .word($0, in: context) }
    }
  }

  /// What a word's values still want, and whether nothing else may come before that.
  func missing(of word: Word) -> (expected: [WritingPlace.Expectation], isMandatory: Bool) {
    var rest = arguments[...]
    let endsInComma = previous?.kind == .comma
    var expected: [WritingPlace.Expectation] = []
    for slot in word.slots {
      switch slot {
      case .one(let shape):
        if rest.popFirst() == nil { return (expected + [.value(shape, of: word)], true) }
        expected = []
      case .list(let shape):
        if rest.isEmpty || endsInComma { return (expected + [.value(shape, of: word)], true) }
        (rest, expected) = ([], [])
      case .word(let fixed):
        if rest.popFirst() == nil { return (expected + [.fixed(fixed)], true) }
        expected = []
      case .maybe(let shape):
        if let first = rest.first {
          if first.kind == .string { rest = rest.dropFirst() }
        } else {
          expected.append(.value(shape, of: word))
        }
      case .maybeName:
        if rest.count > 1, rest.first?.kind == .word { rest = rest.dropFirst() }
      case .maybeWord(let fixed):
        if let first = rest.first {
          if isWord(first, fixed) { rest = rest.dropFirst() }
        } else {
          expected.append(.fixed(fixed))
        }
      case .tail(let fixed, let shape):
        guard let first = rest.first else {
          expected.append(.fixed(fixed))
          continue
        }
        guard isWord(first, fixed) else { continue }
        rest = rest.dropFirst()
        if rest.popFirst() == nil { return ([.value(shape, of: word)], true) }
      }
    }
    return (expected, false)
  }
}
