import Glibc

/// Ends this process by a signal, after it has put its things in order: whoever started it, a shell or a script, sees of
/// what it ended (128 and the number, in a shell).
package func endProcess(by number: Int32) -> Never {
  signal(number, SIG_DFL)
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, number)
  pthread_sigmask(SIG_UNBLOCK, &set, nil)
  raise(number)
  exit(128 + number)
}
