internal import Glibc
internal import JourneyPreview

extension EditorCommandLine {
  /// Starts the editor at a place and does not wait for it; false where there is no such program.
  ///
  /// It gets nothing to read, and says what it says where this program does.
  func show(file: String, line: Int, column: Int) -> Bool {
    // Whoever ends is not waited for.
    _ = signal(SIGCHLD, SIG_IGN)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
    var words = unsafe ([program] + arguments(file: file, line: line, column: column)).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { word in unsafe free(word) } }
    var child: pid_t = 0
    return unsafe posix_spawnp(&child, program, &actions, nil, &words, environ) == 0
  }
}
