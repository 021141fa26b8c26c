internal import HTTPTypes
internal import HummingbirdCore
internal import JourneyPreview
internal import NIOCore

extension PreviewAnswer {
  /// Seconds after which a browser that listens gets a sign of life, for whoever is between it and us.
  private static let pulse = 15

  func write(to writer: consuming ResponseWriter, _ board: PreviewBoard, until channel: any Channel) async throws {
    var fields = HTTPFields()
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    let status = HTTPResponse.Status(code: status)
    switch body {
    case .bytes(let bytes):
      fields[.contentLength] = String(bytes.count)
      let head = HTTPResponse(status: status, headerFields: fields)
      try await writer.write(response: head, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    case .news(let page):
      var body = try await writer.writeHead(HTTPResponse(status: status, headerFields: fields))
      try await body.write(ByteBuffer(string: "retry: 1000\n\n"))
      var last = ""
      for await isNews in Self.signals(of: board, until: channel) {
        let news = isNews ? board.news(of: page) : ""
        if isNews, news == last { continue }
        if isNews { last = news }
        try await body.write(ByteBuffer(string: isNews ? "data: \(news)\n\n" : ":\n\n"))
      }
      // Others listen now, and this tab asks instead.
      try await body.write(ByteBuffer(string: "event: ask\ndata:\n\n"))
      try await body.finish(nil)
    }
  }

  /// True each time there may be news, false for a sign of life; until the connection ends.
  private static func signals(of board: PreviewBoard, until channel: any Channel) -> AsyncStream<Bool> {
    AsyncStream(bufferingPolicy: .bufferingNewest(4)) { feed in
      let news = Task(executorPreference: PreviewThreads.shared) {
        for await _ in board.moments() { feed.yield(true) }
        feed.finish()
      }
      let life = channel.eventLoop.scheduleRepeatedTask(
        initialDelay: .seconds(Int64(pulse)), delay: .seconds(Int64(pulse))
      ) { _ in feed.yield(false) }
      channel.closeFuture.whenComplete { _ in feed.finish() }
      feed.onTermination = { _ in
        news.cancel()
        life.cancel()
      }
    }
  }
}
