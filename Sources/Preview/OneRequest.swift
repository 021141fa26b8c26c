internal import HTTPTypes
internal import JourneyPreview
internal import NIOCore
internal import NIOHTTPTypes

/// Keeps a connection to one request, of a bounded size, within a bounded time.
final class OneRequest: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private var hasHead = false
  private var body = 0
  private var isStream = false
  private var deadline: Scheduled<Void>?

  func handlerAdded(context: ChannelHandlerContext) {
    deadline = Self.close(context.channel, in: PreviewLimits.seconds)
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      // What comes behind the first request is not read.
      guard !hasHead else { return }
      hasHead = true
    case .body(let bytes):
      body += bytes.readableBytes
      guard body <= PreviewLimits.body else { return context.close(promise: nil) }
    case .end:
      deadline?.cancel()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(let head):
      isStream = head.headerFields[.contentType] == "text/event-stream"
      context.write(data, promise: promise)
    case .body: context.write(data, promise: promise)
    case .end:
      context.writeAndFlush(data, promise: promise)
      // Ours ends; theirs has a moment to end too, or they may not get to read the answer.
      context.close(mode: .output, promise: nil)
      deadline?.cancel()
      deadline = Self.close(context.channel, in: 1)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if isStream, case .inputClosed? = event as? ChannelEvent { return context.close(promise: nil) }
    context.fireUserInboundEventTriggered(event)
  }

  private static func close(_ channel: any Channel, in seconds: Int) -> Scheduled<Void> {
    channel.eventLoop.scheduleTask(in: .seconds(Int64(seconds))) { channel.close(promise: nil) }
  }
}
