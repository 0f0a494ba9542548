import Glibc

extension Screen {
  /// Runs a program in the place of the screen, e.g. an editor, and comes back when it ends.
  ///
  /// It is in our process group, so ctrl-z stops both, and the shell continues both. Not by Foundation's `Process`: that
  /// puts the program in a group of its own, which may not read from the terminal.
  ///
  /// - Returns: whether it could be started, and ended without an error.
  package func run(_ path: String, _ arguments: [String]) -> Bool {
    release {
      var interactive = sigset_t()
      sigemptyset(&interactive)
      for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE] { sigaddset(&interactive, number) }
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      defer { posix_spawnattr_destroy(&attributes) }
      posix_spawnattr_setsigdefault(&attributes, &interactive)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
      var words = ([path] + arguments).map { strdup($0) } + [nil]
      defer { for word in words { free(word) } }
      // While it runs, the keys of these signals are its own (system(3)); ctrl-z is for both.
      return Signals.while(ignoring: [SIGINT, SIGQUIT], stoppingAt: SIGTSTP) {
        var child = pid_t()
        guard posix_spawn(&child, path, nil, &attributes, &words, environ) == 0 else { return false }
        SignalInbox.passOn(to: child)
        // Until it is waited for, its number is nobody else's.
        var end = siginfo_t()
        while waitid(P_PID, id_t(child), &end, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        SignalInbox.passOn(to: nil)
        var status: Int32 = 0
        return waitpid(child, &status, 0) == child && status == 0
      }
    }
  }
}

/// Other dispositions of signals for a while.
private enum Signals {
  static func `while`<Result>(ignoring ignored: [Int32], stoppingAt stop: Int32, _ body: () -> Result) -> Result {
    var previous: [(number: Int32, action: sigaction)] = []
    for number in ignored + [stop] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = number == stop ? SIG_DFL : SIG_IGN
      var before = sigaction()
      sigaction(number, &action, &before)
      previous.append((number, before))
    }
    defer {
      for (number, action) in previous {
        var action = action
        sigaction(number, &action, nil)
      }
    }
    return body()
  }
}
