internal import JourneySource
internal import Templates

/// A workspace to start from.
public struct Starter: Sendable {
  /// What `--template` takes: `retail`.
  public let name: String
  /// A line that says what it is about.
  public let summary: String
  let bytes: [UInt8]

  /// All of them, in the order in which they are listed; the first is taken unless another is asked for.
  public static var all: [Starter] {
    Templates.starters.map { file in
      let line = file.bytes.prefix { $0 != UInt8(ascii: "\n") }
      let words = line.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }
      return Starter(name: file.name, summary: String(decoding: words, as: UTF8.self), bytes: file.bytes)
    }
  }
}

extension Waymark {
  /// Writes a workspace to start from into a folder that holds no journeys yet; gives the paths written.
  public static func start(_ template: String?, in folder: String) throws(WaymarkError) -> [String] {
    let starters = Starter.all
    guard let starter = template.map({ name in starters.first { $0.name == name } }) ?? starters.first else {
      let names = starters.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw WaymarkError("no template is named \"\(template ?? "")\"", help: "the templates are \(names)")
    }
    let present = (try? Walk(below: folder, in: Disk(), current: nil).candidates) ?? []
    if let first = present.first {
      throw WaymarkError(
        "\"\(folder)\" has journeys already: \"\(first.path)\"", help: "name another folder: waymark init other")
    }
    let file = OutputFile(path: "\(starter.name).journey", bytes: starter.bytes)
    try OutputFile.write([file], below: folder)
    return [Path.join(folder, file.path)] + (try protect(folder))
  }

  /// What a workspace keeps out of git: exports, which hold what customers wrote, and what is made again at any time.
  private static let kept = ["private/", "out/"]

  /// Adds what is missing to the workspace's `.gitignore`; gives its path where it was written.
  private static func protect(_ folder: String) throws(WaymarkError) -> [String] {
    let path = Path.join(folder, ".gitignore")
    var bytes: [UInt8] = []
    do throws(System.Failure) {
      bytes = try System.read(path, limit: Limits.style, followingLinks: false)
    } catch .isMissing {
      bytes = []
    } catch {
      throw WaymarkError(
        "cannot add to \"\(path)\": \(error.reason)", help: "write these lines into it: \(kept.joined(separator: ", "))"
      )
    }
    let lines = Set(String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init))
    let missing = kept.filter {
      !lines.contains($0) && !lines.contains("/\($0)") && !lines.contains(String($0.dropLast()))
    }
    guard !missing.isEmpty else { return [] }
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    try WaymarkError.writing(path) { () throws(System.Failure) in
      try System.write(bytes + missing.flatMap { Array("\($0)\n".utf8) }, to: path, flushing: true)
    }
    return [path]
  }
}
