/// One row read byte by byte, where quotes are not as the standard has them.
///
/// A quote within a cell that does not begin with one is text, as long as the row is a single line: `5" pipe`. A row
/// that leaves quotes open, or goes on behind a closing quote, is broken, and the next line is taken as the next row. So
/// a stray quote costs a line and not the rest of the file; and since every quote of a row of several lines toggles,
/// reading on never takes longer than a second look at each byte.
enum SlowRow: Equatable {
  /// Ends with a newline, behind which the next row starts. The cells' ends were appended, the newline's included.
  case whole(next: Int)
  case broken(next: Int)
  /// Goes on behind the bytes at hand.
  case open(inQuotes: Bool)
}

/// Reads the row that starts at `start`; `ends` gets the end of each cell.
func readSlowly(
  _ bytes: Span<UInt8>, from start: Int, to end: Int, _ form: RecordFormat, ends: inout [UInt32]
) -> SlowRow {
  let first = ends.count
  var isWhole = false
  defer { if !isWhole { ends.removeSubrange(first...) } }
  var firstLineEnd: Int?
  var hasStray = false
  var isAtCellStart = true
  var isInside = false
  var index = start
  while index < end {
    let byte = bytes[index]
    if isInside {
      if byte == form.newline {
        if firstLineEnd == nil { firstLineEnd = index }
        if hasStray { break }
      } else if byte == form.quote {
        guard index + 1 < end else { return .open(inQuotes: true) }
        let next = bytes[index + 1]
        if next == form.quote {
          index += 1
        } else if next == form.delimiter || next == form.newline {
          isInside = false
        } else if next == 0x0D {
          guard index + 2 < end else { return .open(inQuotes: true) }
          if bytes[index + 2] != form.newline { break }
          isInside = false
        } else {
          break
        }
      }
    } else if byte == form.delimiter || byte == form.newline {
      ends.append(UInt32(truncatingIfNeeded: index))
      if byte == form.newline {
        isWhole = true
        return .whole(next: index + 1)
      }
      isAtCellStart = true
      index += 1
      continue
    } else if byte == form.quote, form.quote != 0 {
      if isAtCellStart {
        isInside = true
      } else if firstLineEnd == nil {
        hasStray = true
      } else {
        break
      }
    }
    isAtCellStart = false
    index += 1
  }
  if index >= end { return .open(inQuotes: isInside) }
  var next = firstLineEnd ?? index
  while next < end, bytes[next] != form.newline { next += 1 }
  return next < end ? .broken(next: next + 1) : .open(inQuotes: false)
}
