/// The keys of JSON Lines, in the order in which they come.
///
/// Lines may leave keys out, so those of the first megabyte are not all: where a name that the feedback uses is not among
/// them, the lines behind are looked at, too, until all names were met or the file ends.
func jsonKeys(_ opened: ExportHandle, from start: Int, _ form: RecordFormat, naming names: [String])
  throws(ExportProblem) -> [String]
{
  var keys = JSONKeys(wanted: Set(names))
  var reader = RowReader(try opened.stream(from: start), from: start, form)
  var next = start
  while true {
    let before = next
    next = try reader.read(until: before + RowReader.longestRow, &keys)
    if next == before || Columns(keys.names).count(of: names) == names.count { return keys.names }
  }
}

private struct JSONKeys: RowSink {
  /// Never left out, however many there are.
  let wanted: Set<String>
  private(set) var names: [String] = []
  private var seen: Set<[UInt8]> = []
  private var line = JSONLine([])

  private static let most = 10_000

  init(wanted: Set<String>) { self.wanted = wanted }

  mutating func take(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ lines: inout LineCount) {
    guard line.read(bytes, row.start..<row.end) else { return }
    for key in line.keys where !seen.contains(key) {
      let name = String(decoding: key, as: UTF8.self)
      guard names.count < Self.most || wanted.contains(name) else { continue }
      seen.insert(key)
      names.append(name)
    }
  }

  mutating func leaveOut(_ reason: Reason, _ row: RowPlace, _ bytes: Span<UInt8>, _ lines: inout LineCount) {}
}
