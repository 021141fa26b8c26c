/// A file that Waymark made and has not written yet.
public struct OutputFile: Sendable, Equatable {
  /// Below the output folder, with forward slashes: `index.html`.
  public let path: String
  /// Its whole content.
  public let bytes: [UInt8]
  /// Whether it is for people to fill in: one that is there already stays as it is.
  public let isForm: Bool

  /// A file to be written.
  public init(path: String, bytes: [UInt8], isForm: Bool = false) {
    self.path = path
    self.bytes = bytes
    self.isForm = isForm
  }

  /// Writes the files below a folder, which is made where it is missing; each whole or not at all.
  ///
  /// A file that holds the same bytes already is left alone. A folder of a link that leads out of the current folder is
  /// refused: whoever wrote the link chose where it leads, not whoever named it.
  public static func write(_ files: [OutputFile], below folder: String) throws(WaymarkError) {
    if let target = System.escape(of: folder) {
      throw WaymarkError(
        "\"\(folder)\" is a link that leads elsewhere: to \"\(target)\"",
        help: "name that folder itself, or delete the link")
    }
    var made: Set<String> = []
    for file in files {
      let path = Path.join(folder, file.path)
      try WaymarkError.writing(path) { () throws(System.Failure) in
        if file.isForm, (try? System.status(of: path, followingLinks: false)) != nil { return false }
        if made.insert(Path.folder(of: path)).inserted { try System.makeFolder(Path.folder(of: path)) }
        return try System.write(file.bytes, to: path, flushing: false)
      }
    }
  }
}
