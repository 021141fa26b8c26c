internal import HTTPTypes
internal import HummingbirdCore
package import JourneyPreview
internal import Logging
internal import NIOCore
internal import NIOPosix
internal import ServiceLifecycle
internal import Synchronization

/// Carries a preview's answers over HTTP: Hummingbird reads and writes, and everything else is decided elsewhere.
package struct PreviewCarrier: Sendable {
  /// Nobody could be served at any of the ports.
  package struct NoPort: Error, CustomStringConvertible {
    let reason: String
    package var description: String { reason }
  }

  private let board: PreviewBoard
  private let secret: String
  private let names: [String]

  package init(_ board: PreviewBoard, secret: String, names: [String]) {
    (self.board, self.secret, self.names) = (board, secret, names)
  }

  /// Serves at addresses of this machine until the program ends.
  ///
  /// - Parameters:
  ///   - addresses: as numbers. The port is the same at all of them; without the first, there is no preview.
  ///   - ports: the first that is free at the first address is taken; 0 is any.
  ///   - started: gets the port.
  private func serve(
    at addresses: [String], ports: [Int], started: @escaping @Sendable (Int) -> Void
  ) async throws(NoPort) {
    var reason = "there is no address"
    guard let first = addresses.first else { throw NoPort(reason: reason) }
    for port in ports {
      do {
        return try await serve(at: first, port: port) { port in
          started(port)
          // A machine may have one kind of address only.
          for other in addresses.dropFirst() {
            Task(executorPreference: PreviewThreads.shared) { try? await serve(at: other, port: port) { _ in } }
          }
        }
      } catch {
        reason = "\(error)"
      }
    }
    throw NoPort(reason: reason)
  }

  /// The same without waiting for it: `started` gets the port, and `failed` why nothing can be served.
  package func begin(
    at addresses: [String], ports: [Int], started: @escaping @Sendable (Int) -> Void,
    failed: @escaping @Sendable (NoPort) -> Void
  ) {
    Task.detached(executorPreference: PreviewThreads.shared) {
      do throws(NoPort) { try await serve(at: addresses, ports: ports, started: started) } catch { failed(error) }
    }
  }

  private func serve(at address: String, port: Int, _ started: @escaping @Sendable (Int) -> Void) async throws {
    let looking = Gate()
    let server = try HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [OneRequest()],
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: PreviewLimits.header, maxHeaderListSize: PreviewLimits.header, maxHeaderFieldCount: 100))
    ).buildServer(
      configuration: ServerConfiguration(
        address: .hostname(address, port: port), reuseAddress: true,
        availableConnectionsDelegate: MaximumAvailableConnections(PreviewLimits.connections)),
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: Self.silence,
      responder: { [self] request, writer, channel in
        try await answer(to: request, looking).write(to: writer, board, until: channel)
      },
      onServerRunning: { [self] channel in
        // The port is known only now, where any was right.
        let port = channel.localAddress?.port ?? port
        looking.open(PreviewGuard(port: port, secret: secret, names: names))
        started(port)
      })
    try await server.run()
  }

  private func answer(to request: Request, _ gate: Gate) -> PreviewAnswer {
    var headers = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
    if let host = request.head.authority { headers.append((name: "host", value: host)) }
    let request = PreviewRequest(
      method: request.method.rawValue, target: request.head.path ?? "", headers: headers)
    switch gate.verdict(on: request) {
    case .refused(let status): return .refusal(status)
    case .allowed(let path, let query): return board.answer(path: path, query: query, method: request.method)
    }
  }

  /// What the server says of itself, nobody needs.
  private static let silence = Logger(label: "preview") { _ in SwiftLogNoOpLogHandler() }
}

/// Lets nobody in before the guard knows at which port it is.
private final class Gate: Sendable {
  private let gate = Mutex<PreviewGuard?>(nil)

  func open(_ guarding: PreviewGuard) { gate.withLock { $0 = guarding } }

  func verdict(on request: PreviewRequest) -> PreviewGuard.GuardVerdict {
    gate.withLock { $0 }?.verdict(on: request) ?? .refused(status: 503)
  }
}
