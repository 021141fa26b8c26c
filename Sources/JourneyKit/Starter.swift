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
  public static func start(_ template: String?, in folder: String) throws(Refusal) -> [String] {
    let starters = Starter.all
    guard let starter = template.map({ name in starters.first { $0.name == name } }) ?? starters.first else {
      let names = starters.map { "\"\($0.name)\"" }.joined(separator: ", ")
      throw Refusal("no template is named \"\(template ?? "")\"", help: "there are \(names)")
    }
    let present = (try? Walk(below: folder, current: nil).candidates) ?? []
    if let first = present.first {
      throw Refusal(
        "\"\(folder)\" has journeys already: \"\(first.path)\"", help: "name another folder: waymark init other")
    }
    let file = OutputFile(path: "\(starter.name).journey", bytes: starter.bytes)
    try OutputFile.write([file], below: folder)
    return [Path.join(folder, file.path)]
  }
}
