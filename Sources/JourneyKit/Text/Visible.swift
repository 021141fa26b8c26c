internal import JourneySource

/// Text from outside as it may be shown to people: what cannot be seen, or would move or reorder what can, is written
/// as `\u{1B}`.
///
/// That covers control characters (also line ends), bidirectional overrides, zero-width characters and the like. Emoji
/// keep the joiners that hold them together.
public func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  guard text.unicodeScalars.contains(where: \.isHidden) else { return text }
  var result = ""
  for character in text {
    let joins = isJoined(character)
    for scalar in character.unicodeScalars {
      if scalar.isHidden, !(joins && isJoiner(scalar)) {
        result += scalar.escaped
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

/// Several lines, each as `visible` shows it; their ends stay.
public func visible(lines: String) -> String {
  lines.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }.joined(separator: "\n")
}

/// A sentence of ours with texts from outside in it, as `visible` shows it, without the marks of direction that stand
/// around names on a map and mean nothing to a terminal.
func visible(sentence: String) -> String {
  let isMark = { (scalar: Unicode.Scalar) in scalar.value == 0x200E || scalar.value == 0x200F }
  guard sentence.unicodeScalars.contains(where: isMark) else { return visible(sentence) }
  var scalars = sentence.unicodeScalars
  scalars.removeAll(where: isMark)
  return visible(String(scalars))
}

/// Whether joiners and variation selectors in the character belong to an emoji.
func isJoined(_ character: Character) -> Bool {
  guard let first = character.unicodeScalars.first, character.unicodeScalars.count > 1 else { return false }
  return first.properties.isEmoji
}

func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value == 0x200D || scalar.value == 0xFE0F || (0xE0020...0xE007F).contains(scalar.value)
}
