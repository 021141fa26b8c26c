internal import CLibXML2

/// libxml2's text writer over a buffer of its own, freed with this value; one for each document.
///
/// Text that means itself goes out by pointer and length; the rest goes through libxml2's own escaping.
@safe struct Writer: ~Copyable {
  enum Syntax { case xml, html }

  /// How many elements and groups may nest; libxml2 refuses to read more than 256 levels.
  static let deepest = 250

  private let buffer: xmlBufferPtr
  /// Owned by `writer`, ends in `buffer`.
  private let output: xmlOutputBufferPtr
  private let writer: xmlTextWriterPtr
  private let syntax: Syntax
  private var scratch: [UInt8] = []
  private var plain = PlainRun()
  /// How many `svg` elements are open: inside them HTML reads `<path/>` as XML does.
  private var drawings = 0

  init?(_ syntax: Syntax) {
    Library.start()
    guard let buffer = unsafe xmlBufferCreate() else { return nil }
    guard let output = unsafe xmlOutputBufferCreateBuffer(buffer, nil) else {
      unsafe xmlBufferFree(buffer)
      return nil
    }
    guard let writer = unsafe xmlNewTextWriter(output) else {
      unsafe xmlOutputBufferClose(output)
      unsafe xmlBufferFree(buffer)
      return nil
    }
    unsafe xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    unsafe (self.buffer, self.output, self.writer, self.syntax) = unsafe (buffer, output, writer, syntax)
    unsafe xmlTextWriterStartDocument(writer, nil, "UTF-8", nil)
    if syntax == .html {
      // The encoding must be known, or attributes get character references; its declaration must not stay.
      unsafe xmlTextWriterFlush(writer)
      unsafe xmlBufferEmpty(buffer)
      unsafe xmlTextWriterWriteDTD(writer, "html", nil, nil, nil)
      unsafe xmlTextWriterWriteRaw(writer, "\n")
    }
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Closes the document and copies its bytes out.
  mutating func finish() -> [UInt8] {
    unsafe xmlTextWriterEndDocument(writer)
    unsafe xmlTextWriterFlush(writer)
    guard let bytes = unsafe xmlBufferContent(buffer) else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(xmlBufferLength(buffer))))
  }

  mutating func write(_ element: Element, depth: Int) {
    guard depth < Writer.deepest else { return }
    let isDrawing = syntax == .html && element.name == "svg"
    if isDrawing { drawings += 1 }
    defer { if isDrawing { drawings -= 1 } }

    unsafe xmlTextWriterStartElement(writer, element.name.start)
    write(element.attributes)
    switch ElementForm(of: element.name, inHTML: syntax == .html && drawings == 0) {
    case .void:
      unsafe xmlTextWriterEndElement(writer)
    case .raw(let language):
      raw(language.guarded(element.children).span)
      unsafe xmlTextWriterFullEndElement(writer)
    case .short:
      write(element.children, depth: depth + 1)
      unsafe xmlTextWriterEndElement(writer)
    case .full:
      write(element.children, depth: depth + 1)
      unsafe xmlTextWriterFullEndElement(writer)
    }
  }

  private mutating func write(_ nodes: [Element.Node], depth: Int) {
    for node in nodes {
      switch node {
      case .element(let element): write(element, depth: depth)
      case .text(let text): data(text, in: .text)
      case .group(let nodes): if depth < Writer.deepest { write(nodes, depth: depth + 1) }
      }
    }
  }

  private mutating func write(_ attributes: Attributes) {
    for (name, value) in attributes.pairs {
      guard let value, !plain.append(name, value.utf8.span) else { continue }
      unsafe plain.flush(to: output)
      unsafe xmlTextWriterStartAttribute(writer, name.start)
      data(value, in: .attribute)
      unsafe xmlTextWriterEndAttribute(writer)
    }
    unsafe plain.flush(to: output)
  }

  private mutating func data(_ text: String, in place: Place) {
    let bytes = text.utf8.span
    if place.isPlain(bytes) { return raw(bytes) }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(scrubbed: bytes)
    scratch.append(0)
    unsafe scratch.withUnsafeBufferPointer { bytes in
      _ = unsafe xmlTextWriterWriteString(writer, bytes.baseAddress)
    }
  }

  private func raw(_ bytes: Span<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= Int32.max else { return }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      _ = unsafe xmlTextWriterWriteRawLen(writer, bytes.baseAddress, Int32(bytes.count))
    }
  }
}
