import Foundation
import Glibc
import Testing

@testable import Terminal

/// Serialized: signals belong to the whole process.
@Suite("Waiting in one place", .serialized, .timeLimit(.minutes(1)))
struct EventLoopTests {
  /// A pipe that stands for the terminal.
  private final class Input {
    let pipe = Pipe()
    var descriptor: Int32 { pipe.fileHandleForReading.fileDescriptor }
    func type(_ text: String) { pipe.fileHandleForWriting.write(Data(text.utf8)) }
    func hangUp() throws { try pipe.fileHandleForWriting.close() }
  }

  private let input = Input()
  private let mailbox: Mailbox<Int>

  init() throws {
    mailbox = try Mailbox()
  }

  private func loop(signals: SignalInbox? = nil) -> EventLoop<Int> {
    EventLoop(input: input.descriptor, mailbox: mailbox, signals: signals)
  }

  @Test("Everything that has happened comes in one batch")
  func batch() {
    input.type("ab")
    mailbox.post(1)
    mailbox.post(2)
    let wakeups = loop().next(deadline: .now)
    let expected: [Wakeup<Int>] = [
      .terminal(.key(KeyPress(.character("a")))), .terminal(.key(KeyPress(.character("b")))), .posted(1), .posted(2),
      .deadline,
    ]
    #expect(wakeups == expected)
  }

  @Test("A message from another thread wakes it")
  func wake() async {
    let mailbox = mailbox
    let thread = Thread { mailbox.post(7) }
    thread.start()
    #expect(loop().next() == [.posted(7)])
  }

  @Test("No message is lost and none is out of order, however many threads post")
  func manyPosters() {
    let mailbox = mailbox
    for poster in 0..<4 {
      Thread { for number in 0..<1000 { mailbox.post(poster * 1000 + number) } }.start()
    }
    var received: [Int] = []
    let loop = loop()
    while received.count < 4000 {
      for case .posted(let number) in loop.next() { received.append(number) }
    }
    for poster in 0..<4 {
      #expect(received.filter { $0 / 1000 == poster } == Array(poster * 1000..<(poster + 1) * 1000))
    }
  }

  @Test("An escape byte alone is the escape key, without another key pressed")
  func loneEscape() {
    input.type("\u{1B}")
    #expect(loop().next() == [.terminal(.key(KeyPress(.escape)))])
  }

  @Test("A sequence in one piece is one key")
  func sequence() {
    input.type("\u{1B}[A")
    #expect(loop().next() == [.terminal(.key(KeyPress(.up)))])
  }

  @Test("A deadline ends the wait, and not before its time")
  func deadline() {
    let deadline = ContinuousClock.now.advanced(by: .milliseconds(20))
    #expect(loop().next(deadline: deadline) == [.deadline])
    #expect(ContinuousClock.now >= deadline)
  }

  @Test("The end of the input is told once")
  func closed() throws {
    input.type("x")
    try input.hangUp()
    let loop = loop()
    #expect(loop.next() == [.terminal(.key(KeyPress(.character("x"))))])
    #expect(loop.next() == [.inputClosed])
    #expect(loop.next(deadline: .now) == [.deadline])
  }

  @Test("Signals wake it", arguments: ProcessSignal.allCases)
  func signals(signal: ProcessSignal) throws {
    let loop = loop(signals: try SignalInbox())
    kill(getpid(), signal.number)
    #expect(loop.next() == [.signal(signal)])
  }

  @Test("A change of the window comes with the new size")
  func resize() throws {
    let terminal = try PseudoTerminal()
    let loop = EventLoop(input: terminal.slave, mailbox: mailbox, signals: try SignalInbox())
    terminal.resize(Size(columns: 77, rows: 11))
    kill(getpid(), SIGWINCH)
    #expect(loop.next() == [.terminal(.resize(Size(columns: 77, rows: 11)))])
  }
}
