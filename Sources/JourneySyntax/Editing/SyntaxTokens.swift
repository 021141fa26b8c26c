internal import JourneySource

/// A piece of a journey file that means something, or a comment: for colours, and for where blocks end.
package struct SyntaxToken: Sendable, Equatable {
  package enum SyntaxKind: Sendable, Equatable {
    case word, reference, string, number, sign, open, close, comment
  }

  package let kind: SyntaxKind
  package let range: Range<Int>
}

extension SyntaxToken {
  /// All tokens of a file, in order; none of one that is not read.
  package static func all(in bytes: [UInt8]) -> [SyntaxToken] {
    guard case .text(let text, let start, _) = Encoding.read(bytes, file: FileID(0)) else { return [] }
    var lexer = Lexer(text, file: FileID(0), from: start)
    var tokens: [SyntaxToken] = []
    var remarks = 0
    while true {
      let token = lexer.next()
      while remarks < Int(token.remarks) {
        let remark = lexer.remarks[remarks]
        if !remark.isBlank {
          tokens.append(SyntaxToken(kind: .comment, range: Int(remark.start)..<Int(remark.end)))
        }
        remarks += 1
      }
      guard token.kind != .end else { return tokens }
      tokens.append(SyntaxToken(kind: SyntaxKind(token.kind), range: token.range))
    }
  }
}

extension SyntaxToken.SyntaxKind {
  fileprivate init(_ kind: Token.TokenKind) {
    switch kind {
    case .word: self = .word
    case .reference: self = .reference
    case .string: self = .string
    case .number, .percent, .points, .duration, .date, .range, .malformed: self = .number
    case .open: self = .open
    case .close: self = .close
    case .comma, .arrow, .colon, .atLeast, .atMost, .sign, .end: self = .sign
    }
  }
}

/// Whether a text can be written as a name, and which name that is then.
package enum NameSyntax {
  /// The name in normal form C; nil where the text is none.
  package static func name(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    var parser = Parser(Lexer(bytes, file: FileID(0), from: 0))
    guard parser.token.kind == .word, parser.token.range == 0..<bytes.count else { return nil }
    let name = parser.name(of: parser.token)
    return parser.lexer.diagnostics.isEmpty ? name?.value : nil
  }
}
