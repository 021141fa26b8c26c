internal import CLibXML2

/// Where a text of XML comes from.
package protocol XMLSource: AnyObject {
  /// Fills the front of `bytes`. Returns how many it filled, zero at the end, below zero where reading failed.
  func read(into bytes: inout MutableSpan<UInt8>) -> Int
}

/// Reads XML of any length from first to last, one node at a time: libxml2's reader (`xmlTextReader`).
///
/// What is passed is forgotten, so memory does not grow with the text. A document type is refused, so there are no
/// entities but the five of XML; nothing else is fetched. libxml2's own limits hold: 256 elements inside each other,
/// 10 MB of one text.
@safe package final class XMLStream {
  package enum Problem: Error, Equatable {
    /// It is no well-formed XML, or reading failed.
    case malformed
    /// It declares a document type.
    case documentType
  }

  package enum XMLStep: Equatable {
    /// An element begins, or ends; `name` says which.
    case start, end
    /// Text, perhaps not all that stands here.
    case text
    case finish
  }

  /// A name that whoever reads knows.
  package struct XMLName {
    package enum XMLNameKind { case element, attribute }

    let kind: XMLNameKind
    let local: String
    /// An attribute without prefix is in none.
    let namespaces: [String]

    package init(_ kind: XMLNameKind, _ local: String, in namespaces: [String] = []) {
      (self.kind, self.local, self.namespaces) = (kind, local, namespaces)
    }
  }

  /// Of the element that begins or ends, its place among the names; nil for one that is not there.
  package private(set) var name: Int?

  private let reader: xmlTextReaderPtr
  private let source: Unmanaged<Input>
  private var names: NameTable
  /// Of an element without content, which libxml2 does not end.
  private var endsNext = false

  /// Nil if memory ran out.
  package init?(_ source: any XMLSource, names: [XMLName]) {
    Library.start()
    let input = unsafe Unmanaged.passRetained(Input(source: source))
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let made = unsafe xmlReaderForIO(
      { context, bytes, count in unsafe Input.read(context, bytes, count) }, { _ in 0 }, input.toOpaque(), nil, nil,
      Int32(options))
    guard let reader = unsafe made else {
      unsafe input.release()
      return nil
    }
    // Nothing is printed.
    unsafe xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
    unsafe (self.reader, self.source) = unsafe (reader, input)
    self.names = NameTable(names)
  }

  deinit {
    unsafe xmlFreeTextReader(reader)
    unsafe source.release()
  }

  /// The next node; comments, instructions and declarations are passed over.
  package func next() throws(Problem) -> XMLStep {
    if endsNext {
      endsNext = false
      return .end
    }
    while true {
      let status = unsafe xmlTextReaderRead(reader)
      if status == 0 { return .finish }
      guard status == 1, let node = unsafe xmlTextReaderCurrentNode(reader) else { throw .malformed }
      switch UInt32(bitPattern: unsafe xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT.rawValue:
        name = unsafe names.element(node)
        endsNext = unsafe xmlTextReaderIsEmptyElement(reader) == 1
        return .start
      case XML_READER_TYPE_END_ELEMENT.rawValue:
        name = unsafe names.element(node)
        return .end
      case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue, XML_READER_TYPE_WHITESPACE.rawValue:
        return .text
      case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue: throw .documentType
      default: continue
      }
    }
  }

  /// Adds the text that was read last, as UTF-8, to `bytes`.
  package func takeText(into bytes: inout [UInt8]) {
    guard let text = unsafe xmlTextReaderConstValue(reader) else { return }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
  }

  /// Hands over the known attributes of the element that begins.
  package func attributes(_ take: (_ name: Int, _ value: borrowing Span<UInt8>) -> Void) {
    guard let node = unsafe xmlTextReaderCurrentNode(reader) else { return }
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      unsafe next = attribute.pointee.next
      guard let name = unsafe names.attribute(attribute) else { continue }
      // libxml2 keeps a value as one text, unless something in it had to be spelled out.
      if let text = unsafe attribute.pointee.children, unsafe text.pointee.next == nil,
        unsafe text.pointee.type == XML_TEXT_NODE
      {
        unsafe hand(over: text.pointee.content, as: name, take)
      } else {
        let value = unsafe xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1)
        unsafe hand(over: value, as: name, take)
        unsafe waymark_xml_free(value)
      }
    }
  }

  private func hand(
    over value: UnsafePointer<xmlChar>?, as name: Int, _ take: (_ name: Int, _ value: borrowing Span<UInt8>) -> Void
  ) {
    let bytes = unsafe UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value)))
    unsafe take(name, bytes.span)
  }
}

extension XMLStream {
  /// What libxml2 calls for more bytes.
  private final class Input {
    let source: any XMLSource

    init(source: any XMLSource) { self.source = source }

    static func read(
      _ context: UnsafeMutableRawPointer?, _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int32
    ) -> Int32 {
      guard let context = unsafe context, let bytes = unsafe bytes, count > 0 else { return 0 }
      let input = unsafe Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
      let raw = unsafe UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: UInt8.self)
      let room = unsafe UnsafeMutableBufferPointer(start: raw, count: Int(count))
      var span = unsafe room.mutableSpan
      return Int32(clamping: input.source.read(into: &span))
    }
  }
}
