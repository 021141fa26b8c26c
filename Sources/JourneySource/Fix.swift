/// What a finding says to type, as edits of its file, for programs that can make them.
package struct Fix: Sendable, Equatable {
  /// The bytes of a span give way to a text; an empty span is where the text is put in.
  package struct Edit: Sendable, Equatable {
    package let span: Span
    package let text: String

    package init(_ span: Span, _ text: String) {
      self.span = span
      self.text = text
    }
  }

  /// What it does, for a menu: `write "2026-12-31"`.
  package let title: String
  /// All of one file, in order, none within another.
  package let edits: [Edit]
  /// Whether it says what is there already and nothing else, so that it can be made without anyone looking. What was
  /// merely meant, perhaps, is not safe.
  package let isSafe: Bool

  private init(_ edits: [Edit], title: String, isSafe: Bool) {
    (self.edits, self.title, self.isSafe) = (edits, title.readable, isSafe)
  }

  /// One text in place of a span that means the same.
  package static func safe(_ span: Span, _ text: String) -> Fix {
    Fix([Edit(span, text)], title: "write \(text.shownInFix)", isSafe: true)
  }

  /// One text in place of a span, which is likely what was meant.
  package static func likely(_ span: Span, _ text: String) -> Fix {
    Fix([Edit(span, text)], title: "write \(text.shownInFix)", isSafe: false)
  }

  /// A word in front of a span, which may just as well be another.
  package static func put(_ word: String, before span: Span) -> Fix {
    Fix(
      [Edit(Span(span.file, Int(span.start), Int(span.start)), word + " ")], title: "write \(word.shownInFix)",
      isSafe: false)
  }

  /// A line that ends where the span begins, and goes on behind it with this indentation.
  package static func newLine(_ span: Span, indentation: String, before word: String) -> Fix {
    Fix([Edit(span, "\n" + indentation)], title: "put \"\(word)\" on a line of its own", isSafe: true)
  }

  /// Whole lines that are put elsewhere, further up, where they likely belong.
  package static func move(
    _ lines: Span, leaving left: String, _ text: String, before place: Span, _ what: String
  ) -> Fix {
    Fix([Edit(place, text), Edit(lines, left)], title: "move \"\(what)\" to where it belongs", isSafe: false)
  }

  /// The same in a list of files that has others before its own.
  func moved(by files: Int) -> Fix {
    Fix(edits.map { Edit($0.span.moved(by: files), $0.text) }, title: title, isSafe: isSafe)
  }
}

extension String {
  /// With quotes around it, where it has none of its own.
  fileprivate var shownInFix: String { contains("\"") ? self : "\"\(self)\"" }
}
