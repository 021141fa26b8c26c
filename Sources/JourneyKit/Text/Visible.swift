internal import JourneySource

/// Text from outside as it may be shown to people: what cannot be seen, or would move or reorder what can, is written
/// as `\u{1B}`.
///
/// That covers control characters (also line ends), bidirectional overrides, zero-width characters and the like. Emoji
/// keep the joiners that hold them together.
public func visible(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var result = ""
  for character in text {
    let joins = isJoined(character)
    for scalar in character.unicodeScalars {
      if isHidden(scalar), !(joins && isJoiner(scalar)) {
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
  var scalars = sentence.unicodeScalars
  scalars.removeAll { $0.value == 0x200E || $0.value == 0x200F }
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

/// Whether a scalar leaves no mark of its own on the screen, or changes how others are shown.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x7F { return scalar.value < 0x20 }
  if scalar.value < 0xAD { return scalar.value < 0xA0 }
  switch scalar.value {
  // Fillers that are letters by category, and selectors that are marks.
  case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFFA0, 0xE0100...0xE01EF: return true
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: return true
  default: return false
  }
}
