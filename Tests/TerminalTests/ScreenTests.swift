import Foundation
import Glibc
import Testing

@testable import Terminal

/// Serialized: ncurses has one current screen.
@Suite("The screen", .serialized)
struct ScreenTests {
  private let terminal: PseudoTerminal
  private let size = Size(columns: 20, rows: 3)

  init() throws {
    setenv("LC_ALL", "C.UTF-8", 1)
    terminal = try PseudoTerminal(size)
  }

  private func screen(_ environment: [String: String] = ["TERM": "xterm-256color"]) throws -> Screen {
    try Screen(input: terminal.slave, output: terminal.slave, environment: environment)
  }

  private func frame(_ text: String, style: Style = .plain, cursor: Position? = nil) -> Frame {
    var frame = Frame(size)
    frame.write(text, at: Position(column: 0, row: 0), style: style)
    frame.cursor = cursor
    return frame
  }

  @Test("The same frame again sends nothing, a changed one only what differs")
  func onlyChanges() throws {
    let screen = try screen()
    screen.draw(frame("hello world"))
    #expect(terminal.output().contains("hello world"))
    screen.draw(frame("hello world"))
    #expect(terminal.output() == "")
    screen.draw(frame("hello wxrld"))
    let change = terminal.output()
    #expect(change.contains("x") && !change.contains("hello"))
    screen.close()
  }

  @Test("Closing leaves the terminal as it was, also when done twice")
  func close() throws {
    let before = terminal.modes
    let screen = try screen()
    screen.draw(frame("x"))
    #expect(terminal.modes != before)
    #expect(terminal.output().contains(TerminalModes.enable(hasMouse: true)))
    screen.close()
    screen.close()
    screen.draw(frame("y"))
    let output = terminal.output()
    #expect(terminal.modes == before)
    #expect(output.contains(TerminalModes.disable(hasMouse: true)) && output.contains("\u{1B}[?1049l"))
    #expect(!output.contains("y"))
  }

  @Test(
    "The mouse is asked for, but not in GNU screen, which then keeps escape to itself",
    arguments: [
      (["STY": "1.pts"], false), (["STY": "1.pts", "TMUX": "/tmp/tmux"], true), (["TMUX": "/tmp/tmux"], true),
      (["STY": "1.pts", "TMUX": "/tmp/tmux", "TERM": "screen"], false), ([:], true),
    ])
  func mouse(environment: [String: String], isAsked: Bool) throws {
    let screen = try screen(["TERM": "screen-256color"].merging(environment) { $1 })
    #expect(terminal.output().contains("\u{1B}[?1000h") == isAsked)
    screen.close()
    #expect(terminal.output().contains("\u{1B}[?1000l") == isAsked)
  }

  @Test("The window has the frame's title as long as the screen is open; it is sent when it changes")
  func title() throws {
    func titled(_ title: DisplayText, _ text: String) -> Frame {
      var frame = frame(text)
      frame.title = title
      return frame
    }
    let screen = try screen()
    screen.draw(titled("Agenda\u{1B}]0;evil\u{07}", "x"))
    #expect(terminal.output().contains("\u{1B}]2;Agenda\u{07}"))
    screen.draw(titled("Agenda", "y"))
    #expect(!terminal.output().contains("Agenda"))
    screen.close()
    #expect(terminal.output().contains("\u{1B}[23;2t"))
    let plain = try self.screen(["TERM": "vt100"])
    plain.draw(titled("Agenda", "x"))
    plain.close()
    let output = terminal.output()
    #expect(output.contains("x") && !output.contains("Agenda") && !output.contains("2026"))
  }

  @Test("What comes in several pieces is sent as one update, and what does not as it is")
  func update() throws {
    let large = Size(columns: 200, rows: 20)
    terminal.resize(large)
    let screen = try screen()
    var frame = Frame(large)
    frame.fill(frame.bounds, "x")
    screen.draw(frame)
    let output = terminal.output()
    let text = try #require(output.range(of: "x", options: .backwards))
    let begin = try #require(output.range(of: TerminalModes.beginUpdate))
    let end = try #require(output.range(of: TerminalModes.endUpdate, options: .backwards))
    #expect(begin.upperBound <= text.lowerBound && text.upperBound <= end.lowerBound)
    frame.write("y", at: Position(column: 5, row: 5))
    screen.draw(frame)
    #expect(!terminal.output().contains("2026"))
    screen.close()
  }

  @Test("A text is copied by the terminal, whatever is in it (OSC 52)")
  func copy() throws {
    let screen = try screen()
    screen.draw(frame("x"))
    _ = terminal.output()
    screen.copy("https://x/?a=é\u{1B}")
    #expect(terminal.output() == "\u{1B}]52;c;aHR0cHM6Ly94Lz9hPcOpGw==\u{07}")
    screen.close()
  }

  @Test("What is lent to another program comes back, and is painted anew")
  func release() throws {
    let before = terminal.modes
    let screen = try screen()
    screen.draw(frame("hello"))
    _ = terminal.output()
    let during = screen.release { terminal.modes }
    #expect(during == before)
    #expect(terminal.modes != before)
    screen.draw(frame("hello"))
    #expect(terminal.output().contains("hello"))
    screen.close()
  }

  @Test("A frame of the new size is drawn after a resize")
  func resize() throws {
    let screen = try screen()
    screen.draw(frame("small"))
    terminal.resize(Size(columns: 40, rows: 5))
    #expect(screen.size == Size(columns: 40, rows: 5))
    var large = Frame(Size(columns: 40, rows: 5))
    large.write("far right", at: Position(column: 30, row: 4))
    _ = terminal.output()
    screen.draw(large)
    #expect(terminal.output().contains("far right"))
    screen.close()
  }

  @Test("Colours are the nearest that the terminal has, and none if it is asked for none")
  func colors() throws {
    let red = Style(foreground: Color("#ff0000"), attributes: .strikethrough)
    for (environment, sequence) in [
      (["TERM": "xterm-256color"], "\u{1B}[9;38;5;196mred"), (["TERM": "linux"], "\u{1B}[31m"),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], nil), (["TERM": "vt100"], nil),
    ] as [([String: String], String?)] {
      let screen = try screen(environment)
      screen.draw(frame("red", style: red))
      let output = terminal.output()
      #expect(output.contains("red"))
      if let sequence {
        #expect(output.contains(sequence))
      } else {
        #expect(!output.contains("31m") && !output.contains("38;"))
      }
      #expect(output.contains("\u{1B}[9") == (environment["TERM"] == "xterm-256color"))
      screen.close()
    }
  }

  @Test("After a cluster that terminals disagree on, the row is right")
  func clusters() throws {
    let screen = try screen()
    screen.draw(frame("👨‍👩‍👧‍👦|🇩🇪|❤️|日e\u{301}"))
    let output = terminal.output()
    #expect(output.contains("👨|DE|❤ |日e\u{301}"))
    screen.close()
  }

  @Test(
    "Where there can be no screen it says what to do",
    arguments: [
      ([:], TerminalError.noTerminalType), (["TERM": "zork"], .unknownTerminalType("zork")),
      (["TERM": "dumb"], .cannotDraw("dumb")),
    ])
  func errors(environment: [String: String], error: TerminalError) throws {
    let before = terminal.modes
    #expect(throws: error) { try screen(environment) }
    #expect(terminal.modes == before)
    #expect(terminal.output() == "")
  }

  @Test("A pipe is not a terminal")
  func pipe() throws {
    let pipe = try WakePipe()
    #expect(throws: TerminalError.notATerminal) {
      try Screen(input: pipe.readEnd, output: pipe.writeEnd, environment: ["TERM": "xterm"])
    }
  }
}
