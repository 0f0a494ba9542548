/// Takes whole terminal sequences out of a text, so that what is left reads as its author meant it.
///
/// Only a matter of looks: safety is that no control character passes `SafeScalars`, complete sequence or not.
enum EscapeSequences {
  /// The index after the sequence that starts at `start`; nil if none does, or if it never ends.
  ///
  /// Control sequences and control strings of ECMA-48 §5.4 and §5.6, in their 7-bit and 8-bit forms.
  static func end(of scalars: String.UnicodeScalarView, from start: String.Index) -> String.Index? {
    var index = scalars.index(after: start)
    var introducer = scalars[start].value
    if introducer == 0x1B {
      guard index < scalars.endIndex, (0x40...0x5F).contains(scalars[index].value) else { return nil }
      introducer = scalars[index].value + 0x40
      index = scalars.index(after: index)
    }
    switch introducer {
    case 0x9B: return endOfControlSequence(scalars, index)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: return endOfControlString(scalars, index)
    default: return nil
    }
  }

  private static func endOfControlSequence(_ scalars: String.UnicodeScalarView, _ start: String.Index) -> String.Index?
  {
    var index = start
    while index < scalars.endIndex, (0x20...0x3F).contains(scalars[index].value) {
      index = scalars.index(after: index)
    }
    guard index < scalars.endIndex, (0x40...0x7E).contains(scalars[index].value) else { return nil }
    return scalars.index(after: index)
  }

  /// Another introducer before the end makes it none (ECMA-48 §5.6 has no controls in a string): so no piece of a text is
  /// gone through twice, whatever it is made of.
  private static func endOfControlString(_ scalars: String.UnicodeScalarView, _ start: String.Index) -> String.Index? {
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      switch scalars[index].value {
      case 0x07, 0x9C: return next
      case 0x1B: return next < scalars.endIndex && scalars[next] == "\\" ? scalars.index(after: next) : nil
      case 0x0A, 0x0D, 0x80...0x9F: return nil
      default: index = next
      }
    }
    return nil
  }
}
