internal import CLibXML2

/// libxml2's text writer over a buffer of its own, freed with this value; one for each document.
///
/// Text that means itself goes out by pointer and length; the rest goes through libxml2's own escaping.
@safe struct Writer: ~Copyable {
  enum Syntax { case xml, html }

  /// What was written, where libxml2 puts it; owned.
  private let sink: UnsafeMutablePointer<[UInt8]>
  /// Owned by `writer`, ends in `sink`.
  private let output: xmlOutputBufferPtr
  private let writer: xmlTextWriterPtr
  private let syntax: Syntax
  private var scratch: [UInt8] = []
  private var plain = PlainRun()
  /// How many `svg` elements are open: inside them HTML reads `<path/>` as XML does.
  private var drawings = 0

  init?(_ syntax: Syntax) {
    Library.start()
    let sink = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
    unsafe sink.initialize(to: [])
    // Beyond what malloc gives from its heap, so that pages which stay empty cost nothing.
    unsafe sink.pointee.reserveCapacity(1 << 18)
    guard let output = unsafe xmlOutputBufferCreateIO(append, nil, sink, nil) else {
      unsafe Writer.free(sink)
      return nil
    }
    guard let writer = unsafe xmlNewTextWriter(output) else {
      unsafe xmlOutputBufferClose(output)
      unsafe Writer.free(sink)
      return nil
    }
    unsafe (self.sink, self.output, self.writer, self.syntax) = unsafe (sink, output, writer, syntax)
    unsafe xmlTextWriterStartDocument(writer, nil, "UTF-8", nil)
    if syntax == .html {
      // The encoding must be known, or attributes get character references; its declaration must not stay.
      unsafe xmlTextWriterFlush(writer)
      unsafe sink.pointee.removeAll(keepingCapacity: true)
      unsafe xmlTextWriterWriteDTD(writer, "html", nil, nil, nil)
      unsafe xmlTextWriterWriteRaw(writer, "\n")
    }
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe Writer.free(sink)
  }

  private static func free(_ sink: UnsafeMutablePointer<[UInt8]>) {
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  /// Closes the document and hands its bytes out.
  mutating func finish() -> [UInt8] {
    unsafe xmlTextWriterEndDocument(writer)
    unsafe xmlTextWriterFlush(writer)
    defer { unsafe sink.pointee = [] }
    return unsafe sink.pointee
  }

  mutating func write(_ element: Element, depth: Int) {
    guard depth < MarkupLimits.written else { return }
    let isDrawing = syntax == .html && element.name == "svg"
    if isDrawing { drawings += 1 }
    defer { if isDrawing { drawings -= 1 } }

    unsafe xmlTextWriterStartElement(writer, element.name.start)
    write(element.attributes)
    switch ElementForm(of: element.name, inHTML: syntax == .html && drawings == 0) {
    case .void:
      unsafe xmlTextWriterEndElement(writer)
    case .raw(let language):
      if case .text(let text)? = element.children.first, element.children.count == 1, language.isPlain(text.utf8.span) {
        raw(text.utf8.span)
      } else {
        raw(language.guarded(element.children).span)
      }
      unsafe xmlTextWriterFullEndElement(writer)
    case .short:
      write(element.children, depth: depth + 1)
      unsafe xmlTextWriterEndElement(writer)
    case .full:
      write(element.children, depth: depth + 1)
      unsafe xmlTextWriterFullEndElement(writer)
    }
  }

  private mutating func write(_ nodes: [Element.Child], depth: Int) {
    for node in nodes { write(node, depth: depth) }
  }

  private mutating func write(_ node: Element.Child, depth: Int) {
    switch node {
    case .element(let element): write(element, depth: depth)
    case .text(let text): data(text, in: .text)
    case .group(let nodes): if depth < MarkupLimits.written { write(nodes, depth: depth + 1) }
    case .each(let count, let node):
      guard depth < MarkupLimits.written else { return }
      for index in 0..<count { write(node(index), depth: depth + 1) }
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

  private mutating func data(_ text: String, in place: EscapingContext) {
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

/// Receives what libxml2 wrote, some kilobytes at a time; `sink` is the writer's own.
private func append(
  to sink: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<CChar>?, _ count: Int32
) -> Int32 {
  guard let sink = unsafe sink, let bytes = unsafe bytes else { return -1 }
  let written = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(count))
  unsafe sink.assumingMemoryBound(to: [UInt8].self).pointee.append(contentsOf: written)
  return count
}
