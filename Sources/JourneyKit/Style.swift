internal import JourneyRender
internal import JourneySource
internal import JourneyWords
internal import Templates

/// The theme and the page templates of a rendering: Waymark's own, or files named on the command line.
struct Style {
  private(set) var theme: Theme
  private(set) var journeyPage: PageTemplate?
  private(set) var indexPage: PageTemplate?
  private(set) var reviewPage: PageTemplate?
  /// Whether that is not Waymark's.
  private(set) var hasOwnReview = false
  /// The files read for it, for findings to point into.
  private(set) var files: [SourceFile] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - words: of Waymark's own pages.
  ///   - count: how many files findings may point into already.
  static func read(_ options: RenderOptions, in words: Words, after count: Int) throws(WaymarkError) -> Style {
    var reader = Style(theme: base)
    if let name = options.theme { try reader.readTheme(name, after: count) }
    guard options.formats.contains(.html) else { return reader }
    for path in options.pages {
      let file = reader.add(
        SourceFile(path: Path.shown(path, from: nil), bytes: try Self.bytes(of: path, limit: Limits.file)), after: count
      )
      let name = Path.name(of: path)
      let kind = [PageTemplate.PageKind.index, .review].first { name.hasPrefix("\($0.rawValue).") } ?? .journey
      reader.readPage(reader.files[reader.files.count - 1].bytes, as: kind, file)
      if kind == .review { reader.hasOwnReview = true }
    }
    for (kind, isMissing) in [
      (PageTemplate.PageKind.index, reader.indexPage == nil), (.journey, reader.journeyPage == nil),
      (.review, reader.reviewPage == nil),
    ]
    where isMissing && !reader.diagnostics.contains(where: { $0.severity == .error }) {
      let template = Templates.page(named: kind.rawValue) ?? []
      let own = SourceFile(path: "\(kind.rawValue).xhtml", bytes: words.page(template))
      let file = reader.add(own, after: count)
      reader.readPage(own.bytes, as: kind, file)
    }
    return reader
  }

  private init(theme: Theme) { self.theme = theme }

  private static var base: Theme {
    Theme.parse(Templates.themes.first?.bytes ?? [], file: FileID(0), over: nil, isOwn: true).value
  }

  private mutating func readTheme(_ name: String, after count: Int) throws(WaymarkError) {
    let own = Templates.themes.first { $0.name == name }
    guard let own else {
      let names = Templates.themes.map { "\"\($0.name)\"" }.joined(separator: ", ")
      guard (try? System.status(of: name, followingLinks: true)) != nil else {
        throw WaymarkError("no theme or file is named \"\(name)\"", help: "themes are \(names); or name a theme file")
      }
      let file = SourceFile(path: Path.shown(name, from: nil), bytes: try Self.bytes(of: name, limit: Limits.style))
      let parsed = Theme.parse(file.bytes, file: add(file, after: count), over: theme)
      theme = parsed.value
      diagnostics += parsed.diagnostics
      try readLogo(beside: name, after: count)
      return
    }
    theme = Theme.parse(own.bytes, file: FileID(0), over: theme, isOwn: true).value
  }

  /// The logo that the theme file names, which lies beside it.
  private mutating func readLogo(beside themePath: String, after count: Int) throws(WaymarkError) {
    guard let line = theme.logoLine else { return }
    let path = Path.join(Path.folder(of: themePath), line.name.value)
    let bytes = try WaymarkError.from("cannot read the logo \"\(path)\"") { () throws(System.Failure) in
      try System.read(path, limit: Limits.style, followingLinks: false)
    }
    let file = add(SourceFile(path: Path.shown(path, from: nil), bytes: bytes), after: count)
    let parsed = Logo.parse(bytes, words: line.words, file: file, at: line.name.span, named: line.name.value)
    theme.logo = parsed.value
    diagnostics += parsed.diagnostics
  }

  private mutating func readPage(_ bytes: [UInt8], as kind: PageTemplate.PageKind, _ file: FileID) {
    let parsed = PageTemplate.parse(bytes, as: kind, file: file)
    diagnostics += parsed.diagnostics
    switch kind {
    case .journey: journeyPage = parsed.value
    case .index: indexPage = parsed.value
    case .review: reviewPage = parsed.value
    }
  }

  private mutating func add(_ file: SourceFile, after count: Int) -> FileID {
    files.append(file)
    return FileID(count + files.count - 1)
  }

  private static func bytes(of path: String, limit: Int) throws(WaymarkError) -> [UInt8] {
    try WaymarkError.from("cannot read \"\(path)\"") { () throws(System.Failure) in
      try System.read(path, limit: limit, followingLinks: true)
    }
  }
}
