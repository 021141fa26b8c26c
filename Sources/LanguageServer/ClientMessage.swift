/// What a client says: JSON-RPC 2.0.
package enum ClientMessage: Sendable, Equatable {
  case request(id: JSONValue, method: String, parameters: JSONValue)
  case notification(method: String, parameters: JSONValue)
  /// Its answer to a request of ours.
  case response(id: JSONValue, result: JSONValue)
  /// Anything else; with its id, where it has one and waits for an answer.
  case invalid(id: JSONValue)

  package init(_ value: JSONValue) {
    let id = value["id"]
    switch (value["method"].string, id) {
    case (let method?, .null): self = .notification(method: method, parameters: value["params"])
    case (let method?, .string), (let method?, .integer):
      self = .request(id: id, method: method, parameters: value["params"])
    case (nil, .string), (nil, .integer): self = .response(id: id, result: value["result"])
    default: self = .invalid(id: .null)
    }
  }
}

/// Why a request has no result.
package struct ResponseError: Error, Equatable {
  package enum ErrorCode: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case serverNotInitialized = -32002
    case requestCancelled = -32800
    case contentModified = -32801
    /// What the person asked for cannot be done; the message says why.
    case requestFailed = -32803
  }

  package let code: ErrorCode
  package let message: String

  package init(_ code: ErrorCode, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// What we say.
package enum ServerMessage {
  package static func response(_ id: JSONValue, _ result: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": result]
  }

  package static func failure(_ id: JSONValue, _ error: ResponseError) -> JSONValue {
    [
      "jsonrpc": "2.0", "id": id,
      "error": ["code": .integer(error.code.rawValue), "message": .string(error.message)],
    ]
  }

  package static func notification(_ method: String, _ parameters: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
  }

  package static func request(_ id: Int, _ method: String, _ parameters: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": .integer(id), "method": .string(method), "params": parameters]
  }
}
