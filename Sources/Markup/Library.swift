internal import CLibXML2

/// libxml2 as a whole. It is started once, before its first use on any thread, and never cleaned up: its clean-up would
/// take the ground from under other threads.
enum Library {
  private static let started: Void = xmlInitParser()

  static func start() { _ = started }
}
