// Speaks the language-server protocol with `waymark lsp`: requests, notifications and answers over its input and output.
// It knows nothing of VS Code. No text of a journey is ever run or put into a shell.
"use strict"

const { spawn } = require("node:child_process")

class Client {
  /** `ended(reason)` is called once, when the program is gone, whatever the reason. */
  constructor(program, folder, ended) {
    this.waiting = new Map()
    this.listeners = new Map()
    this.number = 0
    this.bytes = Buffer.alloc(0)
    this.ended = ended
    this.child = spawn(program, ["lsp"], { cwd: folder, stdio: ["pipe", "pipe", "pipe"] })
    this.said = ""
    this.child.on("error", (error) => this.end(error.message))
    this.child.on("exit", (status) => this.end(this.said.trim() || `it ended with status ${status}`))
    this.child.stdin.on("error", () => {}) // a program that is not there reads nothing
    this.child.stderr.on("data", (text) => { this.said = (this.said + text).slice(-2000) })
    this.child.stdout.on("data", (bytes) => this.read(bytes))
  }

  end(reason) {
    if (!this.ended) return
    const ended = this.ended
    this.ended = undefined
    for (const { reject } of this.waiting.values()) reject(new Error(reason))
    this.waiting.clear()
    ended(reason)
  }

  /** What to do when the server tells something. */
  on(method, listener) { this.listeners.set(method, listener) }

  send(message) {
    if (!this.ended) return
    const content = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }))
    this.child.stdin.write(`Content-Length: ${content.length}\r\n\r\n`)
    this.child.stdin.write(content)
  }

  notify(method, params) { this.send({ method, params }) }

  /** The answer; rejects where the server refuses. A token that is cancelled takes the request back. */
  request(method, params, token) {
    if (!this.ended) return Promise.reject(new Error("the language server is not running"))
    const id = ++this.number
    this.send({ id, method, params })
    token?.onCancellationRequested(() => this.notify("$/cancelRequest", { id }))
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }))
  }

  read(bytes) {
    this.bytes = this.bytes.length ? Buffer.concat([this.bytes, bytes]) : bytes
    for (;;) {
      const end = this.bytes.indexOf("\r\n\r\n")
      if (end < 0) return
      const length = /content-length: *(\d+)/i.exec(this.bytes.toString("latin1", 0, end))
      if (!length) { this.child.kill(); return }
      const start = end + 4
      const stop = start + Number(length[1])
      if (this.bytes.length < stop) return
      const message = JSON.parse(this.bytes.toString("utf8", start, stop))
      this.bytes = this.bytes.subarray(stop)
      this.take(message)
    }
  }

  take(message) {
    if (message.method) {
      this.listeners.get(message.method)?.(message.params)
      // A request of the server's: what it registers, the extension does anyway.
      if (message.id !== undefined) this.send({ id: message.id, result: null })
      return
    }
    const waiting = this.waiting.get(message.id)
    this.waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(message.error.message))
    else waiting?.resolve(message.result)
  }

  async stop() {
    if (!this.ended) return
    this.ended = () => {}
    await Promise.race([this.request("shutdown"), new Promise((done) => setTimeout(done, 1000))]).catch(() => {})
    this.notify("exit")
    this.ended = undefined
  }
}

module.exports = { Client }
