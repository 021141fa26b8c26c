/// Texts of people in Markdown.
package enum MarkdownText {
  /// So that words from outside are words, whatever marks they hold.
  package static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in MarkdownReferences.broken(visible(sentence: String(text))).unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
