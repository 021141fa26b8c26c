internal import Glibc

extension Waymark {
  /// Becomes the program that helps editors, `waymark-live`: the one beside this program, else one on the path. Comes back
  /// only where there is none.
  ///
  /// It is a program of its own so that this one, which runs on servers, starts fast and can do nothing but its work.
  public static func handOver(_ arguments: [String]) throws(WaymarkError) {
    let name = "waymark-live"
    let own = (try? System.resolve("/proc/self/exe")).map { Path.join(Path.folder(of: $0), name) }
    for program in [own, name].compactMap(\.self) {
      var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
      unsafe execvp(program, &words)
      unsafe words.forEach { word in unsafe free(word) }
      guard errno == ENOENT || errno == EACCES || errno == ENOTDIR else { break }
    }
    throw WaymarkError(
      "\"\(name)\" is neither beside this program nor on the path",
      help: "install it beside waymark: sh Scripts/release builds both")
  }
}
