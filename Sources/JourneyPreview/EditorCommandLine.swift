/// How somebody starts their editor at a place: `code -g {file}:{line}:{column}`.
///
/// It is split into words here, and no shell reads it: a file's name is never more than a name.
package struct EditorCommandLine: Sendable, Equatable {
  private let words: [String]

  /// Nil without a program, without `{file}`, or with a quote that does not end.
  package init?(_ text: String) {
    var (words, word, quote): ([String], String?, Character?) = ([], nil, nil)
    for letter in text {
      switch (letter, quote) {
      case (let letter, let open?) where letter == open: quote = nil
      case ("\"", nil), ("'", nil): (quote, word) = (letter, word ?? "")
      case (" ", nil), ("\t", nil):
        if let word { words.append(word) }
        word = nil
      default: word = (word ?? "") + String(letter)
      }
    }
    if let word { words.append(word) }
    guard quote == nil, let program = words.first, !program.isEmpty, !program.contains("{"),
      words.contains(where: { $0.contains("{file}") })
    else { return nil }
    self.words = words
  }

  package var program: String { words[0] }

  /// What the program is given to show a place; lines and columns count from 1.
  package func arguments(file: String, line: Int, column: Int) -> [String] {
    words.dropFirst().map { word in
      // The name last, for it may hold what looks like one of the others.
      word.replacing("{line}", with: String(line)).replacing("{column}", with: String(column))
        .replacing("{file}", with: file)
    }
  }
}
