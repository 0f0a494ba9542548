import Glibc

/// Stops this process as a terminal does at ctrl-z, whatever else it does at SIGTSTP; returns when it runs again.
package func stopProcess() {
  var (stopping, previous) = (sigaction(), sigaction())
  stopping.__sigaction_handler.sa_handler = SIG_DFL
  sigaction(SIGTSTP, &stopping, &previous)
  var (set, mask) = (sigset_t(), sigset_t())
  sigemptyset(&set)
  sigaddset(&set, SIGTSTP)
  // The threads that dispatch makes block it. To this thread, so that it is stopped before `raise` returns.
  pthread_sigmask(SIG_UNBLOCK, &set, &mask)
  raise(SIGTSTP)
  pthread_sigmask(SIG_SETMASK, &mask, nil)
  sigaction(SIGTSTP, &previous, nil)
}
