/// A sequence `ESC [ … final` (ECMA-48 §5.4), in its parts.
struct ControlSequence {
  /// `<`, `=`, `>` or `?` before the parameters.
  var privateMarker: UInt8?
  /// Only the first number of a parameter with colons counts; a missing one is nil.
  var parameters: [Int?]
  var final: UInt8
  /// Bytes of the whole sequence, with the escape.
  var length: Int

  func parameter(_ index: Int) -> Int? {
    parameters.indices.contains(index) ? parameters[index] : nil
  }

  private enum Parsed {
    case incomplete
    /// A byte that cannot be in a sequence stands at this index: what came before it is dropped.
    case broken(at: Int)
    case complete(ControlSequence)
    /// Complete, but with intermediate bytes, which no key has.
    case other(length: Int)
  }

  /// - Parameter bytes: The first two are `ESC [`.
  static func token(_ bytes: [UInt8]) -> InputToken {
    guard bytes.count > 2 else { return .incomplete }
    if bytes[2] == UInt8(ascii: "[") { return linuxFunctionKey(bytes) }
    if bytes[2] == UInt8(ascii: "M") { return Mouse.x10Token(bytes) }
    switch parse(bytes) {
    case .incomplete: return .incomplete
    case .broken(let index): return .ignored(length: index)
    case .other(let length): return .ignored(length: length)
    case .complete(let sequence):
      if sequence.isPasteStart { return .pasteStart(length: sequence.length) }
      return sequence.event.map { .event($0, length: sequence.length) } ?? .ignored(length: sequence.length)
    }
  }

  private var isPasteStart: Bool { privateMarker == nil && final == UInt8(ascii: "~") && parameter(0) == 200 }

  /// The Linux console sends F1 to F5 as `ESC [ [ A` to `E`.
  private static func linuxFunctionKey(_ bytes: [UInt8]) -> InputToken {
    guard bytes.count > 3 else { return .incomplete }
    guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(bytes[3]) else { return .ignored(length: 3) }
    return .event(.key(KeyPress(.function(Int(bytes[3] - UInt8(ascii: "A")) + 1))), length: 4)
  }

  private static func parse(_ bytes: [UInt8]) -> Parsed {
    var marker: UInt8?
    var body: [UInt8] = []
    var hasIntermediates = false
    for index in 2..<bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x3C...0x3F where index == 2: marker = byte
      case 0x30...0x3F: body.append(byte)
      // rxvt ends its keys with shift in a dollar sign.
      case UInt8(ascii: "$") where marker == nil && !body.isEmpty && !hasIntermediates:
        return complete(marker, body, byte, index + 1)
      case 0x20...0x2F: hasIntermediates = true
      case 0x40...0x7E: return hasIntermediates ? .other(length: index + 1) : complete(marker, body, byte, index + 1)
      default: return .broken(at: index)
      }
    }
    return .incomplete
  }

  private static func complete(_ marker: UInt8?, _ body: [UInt8], _ final: UInt8, _ length: Int) -> Parsed {
    let parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { part in
        Int(String(decoding: part.prefix { $0 != UInt8(ascii: ":") }.prefix(9), as: UTF8.self))
      }
    return .complete(ControlSequence(privateMarker: marker, parameters: parameters, final: final, length: length))
  }
}
