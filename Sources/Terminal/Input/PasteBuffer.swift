/// Collects a pasted text up to the mark that ends it (xterm's bracketed paste: `ESC [ 201 ~`).
struct PasteBuffer: Sendable {
  /// Far more than any field takes; what is beyond it is dropped, so that a paste cannot fill the memory.
  static let limit = 1 << 20

  private static let endMark = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes of the end mark came last.
  private var matched = 0

  /// Takes one byte; gives the text when it was the last one.
  mutating func append(_ byte: UInt8) -> String? {
    if byte == PasteBuffer.endMark[matched] {
      matched += 1
      return matched == PasteBuffer.endMark.count ? PasteBuffer.text(bytes) : nil
    }
    keep(PasteBuffer.endMark.prefix(matched))
    matched = byte == InputByte.escape ? 1 : 0
    if matched == 0 { keep([byte]) }
    return nil
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    if bytes.count + more.count <= PasteBuffer.limit { bytes += more }
  }

  /// Terminals send line breaks as CR; a break of any kind is "\n" here, and every other control is gone.
  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { DisplayText($0).text }
      .joined(separator: "\n")
  }
}
