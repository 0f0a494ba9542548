import Glibc

/// The one place where the program waits: for the terminal, for messages of other threads, for signals and for a time.
///
/// While nothing happens it sleeps in `poll` without a timeout, so an idle program never wakes up. What has happened
/// comes in one batch, so that its owner handles all of it and then paints once. For the main thread only.
package final class EventLoop<Posted: Sendable> {
  private let input: Int32
  private let mailbox: Mailbox<Posted>
  private let signals: SignalInbox?
  private let clock = ContinuousClock()
  private var decoder = InputDecoder()
  private var isInputOpen = true
  /// When a pending escape byte becomes the escape key.
  private var escapeDeadline: ContinuousClock.Instant?
  private var buffer = [UInt8](repeating: 0, count: 1 << 14)

  /// - Parameter input: The descriptor of the terminal; it stays open when the loop goes.
  package init(input: Int32, mailbox: Mailbox<Posted>, signals: SignalInbox? = nil) {
    self.input = input
    self.mailbox = mailbox
    self.signals = signals
  }

  /// Waits until something happens, then returns everything that has: signals, input, messages, the deadline.
  ///
  /// - Parameter deadline: When to return at the latest; nil waits for as long as it takes.
  /// - Returns: At least one.
  package func next(deadline: ContinuousClock.Instant? = nil) -> [Wakeup<Posted>] {
    var wakeups: [Wakeup<Posted>] = []
    while wakeups.isEmpty {
      let isInputReady = wait(until: [deadline, escapeDeadline].compactMap(\.self).min())
      takeSignals(&wakeups)
      if isInputReady { readInput(&wakeups) }
      let now = clock.now
      if let escapeDeadline, escapeDeadline <= now {
        self.escapeDeadline = nil
        wakeups += decoder.flush().map(Wakeup.terminal)
      }
      wakeups += mailbox.takeAll().map(Wakeup.posted)
      if let deadline, deadline <= now { wakeups.append(.deadline) }
    }
    return wakeups
  }

  /// Sleeps until a descriptor is ready or the time has come; whether the terminal has input.
  private func wait(until time: ContinuousClock.Instant?) -> Bool {
    // poll ignores an entry with a negative descriptor.
    var entries = [isInputOpen ? input : -1, mailbox.descriptor, signals?.descriptor ?? -1]
      .map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
    let count = poll(&entries, nfds_t(entries.count), milliseconds(until: time))
    return count > 0 && entries[0].revents != 0
  }

  /// For poll: rounded up, so that it does not return just before the time; -1 for no limit.
  private func milliseconds(until time: ContinuousClock.Instant?) -> Int32 {
    guard let time else { return -1 }
    let left = (time - clock.now).components
    guard left.seconds >= 0, left.attoseconds >= 0 else { return 0 }
    guard left.seconds < 1_000_000 else { return .max }
    return Int32(left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  private func readInput(_ wakeups: inout [Wakeup<Posted>]) {
    let count = read(input, &buffer, buffer.count)
    guard count > 0 else {
      if count < 0, errno == EAGAIN || errno == EINTR { return }
      isInputOpen = false
      wakeups.append(.inputClosed)
      return
    }
    wakeups += decoder.feed(buffer.prefix(count)).map(Wakeup.terminal)
    escapeDeadline = decoder.hasPendingEscape ? clock.now.advanced(by: InputDecoder.escapeDelay) : nil
  }

  private func takeSignals(_ wakeups: inout [Wakeup<Posted>]) {
    guard let (received, windowChanged) = signals?.takeAll() else { return }
    wakeups += received.map(Wakeup.signal)
    // Who is stopped is not told of a change of the window: only the processes in front of the terminal are.
    if windowChanged || received.contains(.resume), let size = Size(ofTerminal: input) {
      wakeups.append(.terminal(.resize(size)))
    }
  }
}
