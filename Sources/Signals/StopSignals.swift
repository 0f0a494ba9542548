import Dispatch
import Glibc

/// Signals that tell a program without a screen to end or to stop, caught from the moment this is made, so that one that comes
/// during the start is not lost.
///
/// One that was ignored when the program began stays so: nohup(1) asks for that, and the shell for what it runs in the
/// background of a script. Programs that are started meanwhile do not inherit that these are caught.
package final class StopSignals {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter onSignal: is called on another thread, each time that one comes.
  package init(_ numbers: [Int32], onSignal: @escaping @Sendable () -> Void) {
    sources =
      numbers.filter { !Self.isIgnored($0) }
      .map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler(handler: onSignal)
        source.activate()
        return source
      }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
