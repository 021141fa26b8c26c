internal import Glibc

extension System {
  /// What another program left when it ended.
  struct RunOutcome {
    /// Nil where a signal ended it.
    let status: Int32?
    let output: [UInt8]
    let error: [UInt8]
  }

  /// Runs a program of the path to its end and gives what it wrote.
  ///
  /// Input and output lie in files without a name, so that neither program waits for the other. It is told only those
  /// variables of the environment that say where its own files are, and `variables`. `isMissing` where there is no such
  /// program.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8], variables: [String], limit: Int
  ) throws(Failure) -> RunOutcome {
    let streams = try [namelessFile(), namelessFile(), namelessFile()]
    defer { for stream in streams { close(stream) } }
    try write(input, to: streams[0])
    guard lseek(streams[0], 0, SEEK_SET) == 0 else { throw .last }
    let child = try start(program, arguments, variables: variables, streams)
    var ended: Int32 = 0
    while unsafe waitpid(child, &ended, 0) < 0 { if errno != EINTR { throw .last } }
    return RunOutcome(
      status: ended & 0x7F == 0 ? (ended >> 8) & 0xFF : nil, output: try content(of: streams[1], limit: limit),
      error: try content(of: streams[2], limit: limit))
  }

  private static func start(
    _ program: String, _ arguments: [String], variables: [String], _ streams: [Int32]
  ) throws(Failure) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (index, stream) in streams.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, stream, Int32(index))
    }
    let places = [
      "PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "FONTCONFIG_FILE",
      "FONTCONFIG_PATH",
    ]
    let told = places.compactMap { name in environment(name).map { "\(name)=\($0)" } } + variables
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    var settings = unsafe told.map { unsafe strdup($0) } + [nil]
    defer {
      unsafe (words + settings).forEach { word in unsafe free(word) }
    }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, program, &actions, nil, &words, &settings)
    guard code == 0 else { throw Failure(code) }
    return child
  }

  /// A file that is gone with the last descriptor.
  private static func namelessFile() throws(Failure) -> Int32 {
    guard let stream = unsafe tmpfile() else { throw .last }
    defer { unsafe fclose(stream) }
    let descriptor = unsafe fcntl(fileno(stream), F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  private static func content(of descriptor: Int32, limit: Int) throws(Failure) -> [UInt8] {
    let size = try FileStatus.of(descriptor).size
    guard size <= limit else { throw .tooLarge }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
    return try readAll(descriptor, expecting: size, limit: limit)
  }
}
