/// What GitHub and GitLab make of words once Markdown is rendered, so that no escape of Markdown stops it: a mention of
/// `@somebody`, a reference to an issue (`#12`, `GH-12`, `!7`, `ABC-3`), a label or milestone, a commit by its hash, a link
/// from a bare address.
///
/// A space without width in the middle of each keeps the words and takes the meaning. A pull request is public, its titles
/// come from its author, and the review stands there in the name of a bot.
enum MarkdownReferences {
  private static let space: Character = "\u{200B}"

  static func broken(_ text: String) -> String {
    var (result, hex) = ("", 0)
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      result.append(character)
      hex = character.isASCII && character.isHexDigit ? hex + 1 : 0
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if hex == mostHexDigits {
        // A hash is found by seven digits; where the run ends here the space does nothing.
        if next?.isHexDigit == true { result.append(space) }
        hex = 0
      } else if isReference(before: index > 0 ? characters[index - 1] : nil, character, next) {
        result.append(space)
      }
    }
    return result
  }

  private static let mostHexDigits = 6

  private static func isReference(before: Character?, _ character: Character, _ next: Character?) -> Bool {
    guard let next else { return false }
    return switch character {
    case "@", "#": true
    case "!", "~", "%", "&", "$", "^": next.isLetter || next.isNumber || next == "\""
    // ABC-12
    case "-": next.isNumber && before?.isLetter == true
    // http://, mailto:somebody, *iteration:4
    case ":": next == "/" || (before?.isLetter == true && (next.isLetter || next.isNumber || next == "\""))
    // www.example.org
    case "w", "W": next == "." && (before == "w" || before == "W")
    default: false
    }
  }
}
