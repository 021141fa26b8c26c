internal import NIOPosix

/// The threads that make what a preview answers.
///
/// Swift's own are those of libdispatch, which looks once a second how busy they are as soon as one was used: a preview
/// that nobody looks at would wake the machine 86,400 times a day. These sleep until there is something to do.
final class PreviewThreads: TaskExecutor {
  static let shared = PreviewThreads()

  private let threads = NIOThreadPool(numberOfThreads: 2)

  private init() { threads.start() }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    threads.submit { [self] _ in unsafe job.runSynchronously(on: asUnownedTaskExecutor()) }
  }
}
