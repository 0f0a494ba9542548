/// Turns the bytes that a terminal sends into events.
///
/// A value without any input of its own: the owner feeds it what it read, in pieces of any size, and calls `flush()` when
/// `hasPendingEscape` is true and nothing more came for a moment (`escapeDelay`): only time tells a lone escape key from
/// the first byte of a sequence. What it keeps is bounded, and there is no input that it does not get through.
package struct InputDecoder: Sendable {
  /// How long after an escape byte nothing must come for it to be the escape key.
  package static let escapeDelay = Duration.milliseconds(25)

  /// Bytes of an incomplete character or sequence; never more than `longestSequence`.
  private var pending: [UInt8] = []
  private var paste: PasteBuffer?
  private var isInControlString = false

  /// No key or report is as long as this; a longer sequence is noise.
  private static let longestSequence = 64

  package init() {}

  /// Whether what was fed last may be a whole key or the start of a longer one.
  package var hasPendingEscape: Bool {
    paste == nil && (isInControlString || pending.first == InputByte.escape)
  }

  /// Takes bytes as read from the terminal; gives what is complete.
  package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for byte in bytes { feed(byte, &events) }
    return events
  }

  /// Nothing more came: what is pending is complete as it stands.
  package mutating func flush() -> [TerminalEvent] {
    guard hasPendingEscape else { return [] }
    let bytes = pending
    pending = []
    if isInControlString {
      isInControlString = false
      return []
    }
    return EscapeSequence.keys(ofUnfinished: bytes).map(TerminalEvent.key)
  }

  private mutating func feed(_ byte: UInt8, _ events: inout [TerminalEvent]) {
    if paste != nil {
      guard let text = paste?.append(byte) else { return }
      paste = nil
      events.append(.paste(text))
      return
    }
    pending.append(byte)
    if isInControlString {
      skipControlString()
      return
    }
    while !pending.isEmpty {
      switch InputToken.first(of: pending) {
      case .incomplete:
        if pending.count >= InputDecoder.longestSequence { pending = [] }
        return
      case .event(let event, let length):
        pending.removeFirst(length)
        events.append(event)
      case .ignored(let length):
        pending.removeFirst(length)
      case .pasteStart(let length):
        pending.removeFirst(length)
        paste = PasteBuffer()
        return
      case .controlString:
        pending = []
        isInControlString = true
        return
      }
    }
  }

  /// An answer or title report ends with BEL, or with ESC and any byte (ST is `ESC \`); CAN and SUB abort it.
  private mutating func skipControlString() {
    let isAfterEscape = pending.count == 2
    switch pending.last {
    case InputByte.escape where !isAfterEscape: return
    case 0x07, 0x18, 0x1A: isInControlString = false
    default: isInControlString = !isAfterEscape
    }
    pending = []
  }
}
