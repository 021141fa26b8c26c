/// What keeps these bytes from being a well-formed XML document with all its prefixes declared, as libxml2 sees it;
/// empty if nothing does. libxml2 stops at the first fault. Pages are checked by this too: they are written so that an
/// XML parser reads them like an HTML parser.
package func wellFormedness(of bytes: [UInt8]) -> [String] {
  guard let document = ParsedDocument(bytes, huge: true) else { return ["out of memory"] }
  return document.problem.map { ["\($0)"] } ?? []
}
