import Glibc
import Localization

/// Nobody reads what is printed any more, as in `command-center list | head -1`.
struct OutputClosed: Error {}

/// Sees to it that what was printed has arrived: on a full disk a script would go on with half a list.
func finishOutput() throws {
  guard fflush(nil) != 0 else { return }
  if errno == EPIPE { throw OutputClosed() }
  let reason = String(cString: strerror(errno))
  throw CommandFailure("Cannot write the output: \(reason)")
}
