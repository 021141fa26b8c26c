public import Foundation

/// A folder of its own for one test, gone with it.
public final class Scratch {
  /// The folder, which exists as long as this does.
  public let folder: URL

  /// `inMemory`: in a file system that lies in memory, where the machine has one.
  public init(inMemory: Bool = false) throws {
    let memory = URL(filePath: "/dev/shm")
    let parent =
      inMemory && FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    folder = parent.appending(path: "waymark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The place of a file in it.
  public func url(_ path: String) -> URL { folder.appending(path: path) }

  /// Writes a text, with the folders it needs.
  @discardableResult
  public func write(_ text: String, to path: String) throws -> URL { try write(Data(text.utf8), to: path) }

  /// Writes bytes, with the folders they need.
  @discardableResult
  public func write(_ bytes: Data, to path: String) throws -> URL {
    let url = url(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
    return url
  }

  /// What a file holds.
  public func text(_ path: String) throws -> String { String(decoding: try Data(contentsOf: url(path)), as: UTF8.self) }

  /// Every file below a folder, by path.
  public func files(below path: String) throws -> [String: Data] {
    let root = url(path)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try names.reduce(into: [:]) { files, name in
      let url = root.appending(path: name)
      if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[name] = try Data(contentsOf: url)
      }
    }
  }
}
