import CNcurses
import Glibc
import Terminal

/// A terminal of which the test is the other end.
final class PseudoTerminal {
  struct Failure: Error {}

  /// TIOCSPTLCK and TIOCGPTN of Linux, which Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// The end of the test: what it writes is typed, what it reads was drawn.
  let master: Int32
  /// The end of the program.
  let slave: Int32

  init(_ size: Size = Size(columns: 80, rows: 24)) throws {
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var isLocked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, PseudoTerminal.setLock, &isLocked) == 0,
      ioctl(master, PseudoTerminal.getNumber, &number) == 0
    else { throw Failure() }
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard slave >= 0 else { throw Failure() }
    self.master = master
    self.slave = slave
    resize(size)
  }

  deinit {
    close(master)
    close(slave)
  }

  func resize(_ size: Size) {
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Everything that was drawn since the last call; empty if nothing was.
  func output() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&entry, 1, 0) > 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Input, output and local modes, to compare.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_lflag]
  }
}
