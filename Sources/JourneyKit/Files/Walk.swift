internal import JourneySource

/// A file that Waymark should read, found below a folder or named on the command line.
struct Candidate {
  /// As shown in findings.
  let path: String
  /// As opened.
  let origin: String
  let role: WorkspaceFiles.FileRole
  let followsLinks: Bool
  /// Why it must not be opened, where that is known already.
  var problem: (rule: Rule, message: String, help: String?)?
}

/// Finds the files of a workspace below one folder.
///
/// Hidden files and folders are passed over. A link is read where it leads to a file below the root that is not found
/// anyway, and is a finding where it leads out: a workspace cannot pull in what lies elsewhere on the machine.
struct Walk {
  private let files: any FileSystem
  private let current: String?
  private let root: String
  private(set) var candidates: [Candidate] = []
  /// Those that were looked into.
  private(set) var folders: [String] = []
  private var links: [Candidate] = []

  init(below folder: String, in files: any FileSystem, current: String?) throws(System.Failure) {
    self.files = files
    self.current = current
    root = try files.resolve(folder)
    var pending = [(path: folder, depth: 0)]
    while let next = pending.popLast() {
      let entries: [System.FolderEntry]
      do throws(System.Failure) {
        entries = try files.entries(of: next.path)
      } catch {
        if next.depth == 0 { throw error }
        refuse(next.path, .unreadableFile, "cannot read this folder: \(error.reason)")
        continue
      }
      folders.append(next.path)
      for entry in entries where entry.name.first != UInt8(ascii: ".") {
        guard let name = String(validating: entry.name, as: UTF8.self) else {
          refuseNameless(Path.join(next.path, String(decoding: entry.name, as: UTF8.self)))
          continue
        }
        let path = next.path == "/" ? "/" + name : "\(next.path)/\(name)"
        let kind = entry.kind ?? (try? files.status(of: path, followingLinks: false).kind) ?? .other
        switch kind {
        case .folder where next.depth >= Limits.folders:
          refuse(path, .unreadableFile, "this folder is nested more than \(Limits.folders) deep")
        case .folder: pending.append((path, next.depth + 1))
        case .link: follow(path, name: name)
        case .file: if let role = WorkspaceFiles.FileRole(name: name) { add(path, role) }
        case .other:
          if WorkspaceFiles.FileRole(name: name) != nil {
            refuse(
              path, .notAFile, "this is a pipe, a socket or a device, not a file",
              help: "move it out of the workspace; to read standard input: waymark check -")
          }
        }
      }
    }
    takeLinks()
  }

  private mutating func add(_ path: String, _ role: WorkspaceFiles.FileRole) {
    candidates.append(Candidate(path: shown(path), origin: path, role: role, followsLinks: false))
  }

  private mutating func follow(_ path: String, name: String) {
    let role = WorkspaceFiles.FileRole(name: name)
    guard let target = try? files.resolve(path), let status = try? files.status(of: target, followingLinks: false)
    else {
      if role != nil {
        refuse(path, .unreadableFile, "this link leads nowhere", help: "delete it, or point it at a file again")
      }
      return
    }
    guard Path.isBelow(target, root) else {
      if role != nil {
        refuse(
          path, .leavesWorkspace, "this link leads out of the workspace",
          help: "copy the file into the workspace, or name it on the command line")
      } else if status.kind == .folder {
        refuse(
          path, .folderNotFollowed, "this link leads to a folder outside the workspace, so that folder is not read",
          help: "name that folder on the command line beside this one")
      }
      return
    }
    guard let role, status.kind == .file else {
      if role != nil, status.kind == .other {
        refuse(path, .notAFile, "this link leads to something that is not a file", help: "delete the link")
      }
      return
    }
    links.append(Candidate(path: shown(path), origin: target, role: role, followsLinks: false))
  }

  /// A link to a file that stands in the workspace under a name of its own adds nothing.
  private mutating func takeLinks() {
    guard !links.isEmpty else { return }
    var known = Set(candidates.compactMap { try? files.status(of: $0.origin, followingLinks: false).identity })
    for link in links.sorted(by: { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }) {
      guard let identity = try? files.status(of: link.origin, followingLinks: false).identity else { continue }
      if known.insert(identity).inserted { candidates.append(link) }
    }
  }

  private mutating func refuseNameless(_ path: String) {
    guard WorkspaceFiles.FileRole(name: path) != nil else { return }
    refuse(path, .unreadableFile, "this file's name is not UTF-8", help: "rename it")
  }

  private mutating func refuse(_ path: String, _ rule: Rule, _ message: String, help: String? = nil) {
    candidates.append(
      Candidate(
        path: shown(path), origin: path, role: .unread, followsLinks: false, problem: (rule, message, help)))
  }

  private func shown(_ path: String) -> String { Path.shown(path, from: current) }
}
