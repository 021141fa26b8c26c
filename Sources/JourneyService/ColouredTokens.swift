package import JourneyKit
internal import JourneyModel
package import JourneySource
internal import JourneySyntax

/// A stretch of a file, and how editors colour it.
package struct ColouredToken: Sendable, Equatable {
  /// By the names of the protocol, in the order in which they are announced.
  package enum TokenColour: Int, Sendable, CaseIterable {
    case keyword, string, number, `operator`, comment, namespace, `class`, event, type, enumMember, property
  }

  package let range: Range<Int>
  package let colour: TokenColour
  package let isDeclaration: Bool
  /// Whether it is an earlier name.
  package let isOutdated: Bool
}

extension LiveSnapshot {
  /// The tokens of a journey file. A name that nothing has gets no colour: it shows that it means nothing.
  package func colouredTokens(of file: FileID) -> [ColouredToken] {
    let bytes = files[Int(file.index)].bytes
    let known = known(in: file)
    var tokens: [ColouredToken] = []
    for token in SyntaxToken.all(in: bytes) {
      switch token.kind {
      case .open, .close: break
      case .comment: tokens.append(.plain(token.range, .comment))
      case .string: tokens.append(.plain(token.range, .string))
      case .number: tokens.append(.plain(token.range, .number))
      case .sign: tokens.append(.plain(token.range, .operator))
      case .word:
        if let found = known[token.range.lowerBound] {
          tokens.append(found)
        } else if bytes[token.range].elementsEqual("and".utf8) {
          tokens.append(.plain(token.range, .keyword))
        }
      case .reference:
        // Both halves, and the slash between them.
        guard let slash = bytes[token.range].firstIndex(of: UInt8(ascii: "/")) else { break }
        if let left = known[token.range.lowerBound] { tokens.append(left) }
        tokens.append(.plain(slash..<slash + 1, .operator))
        if let right = known[slash + 1] { tokens.append(right) }
      }
    }
    return tokens
  }

  /// The words and names that the file means something by, by where they begin.
  private func known(in file: FileID) -> [Int: ColouredToken] {
    var known: [Int: ColouredToken] = [:]
    func add(_ span: Span, _ colour: ColouredToken.TokenColour) {
      known[Int(span.start)] = .plain(span.range, colour)
    }
    for node in tree(of: file).nodes {
      if let keyword = node.keyword { add(keyword.span, .keyword) }
      for value in node.arguments + node.targets {
        switch value.kind {
        case .word: add(value.span, .keyword)
        case .name(let name) where Vocabulary.choices.contains(name): add(value.span, .enumMember)
        default: break
        }
      }
      for step in node.steps {
        for point in step.points {
          switch point {
          case .entry(_, _, let span): add(Span(file, Int(span.start), Int(span.start) + 5), .keyword)
          case .exit(_, _, let span): add(Span(file, Int(span.start), Int(span.start) + 4), .keyword)
          case .reference: break
          }
        }
      }
    }
    for occurrence in occurrences where occurrence.span.file == file && !occurrence.isTitle {
      // An entry or exit without a name is its word.
      if occurrence.symbol.kind.isTerminal, known[Int(occurrence.span.start)] != nil { continue }
      known[Int(occurrence.span.start)] = ColouredToken(
        range: occurrence.span.range, colour: occurrence.symbol.kind.colour,
        isDeclaration: occurrence.role == .declaration, isOutdated: occurrence.role == .earlierName)
    }
    return known
  }
}

extension ColouredToken {
  fileprivate static func plain(_ range: Range<Int>, _ colour: TokenColour) -> ColouredToken {
    ColouredToken(range: range, colour: colour, isDeclaration: false, isOutdated: false)
  }
}

extension NameKind {
  fileprivate var isTerminal: Bool { self == .entry || self == .exit }

  fileprivate var colour: ColouredToken.TokenColour {
    switch self {
    case .journey, .feedback: .namespace
    case .phase, .goal, .action: .class
    case .touchpoint, .entry, .exit: .event
    case .department, .channel, .persona, .segment, .group: .type
    case .kpi, .lane, .pain, .idea: .property
    }
  }
}
