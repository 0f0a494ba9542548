/// xterm's modifier parameter: one more than a sum of 1 for shift, 2 for alt, 4 for ctrl; 8 (meta) counts as alt.
enum XtermModifiers {
  static func modifiers(_ parameter: Int) -> KeyModifiers {
    guard (2...256).contains(parameter) else { return [] }
    let bits = UInt8(truncatingIfNeeded: parameter - 1)
    let meta: KeyModifiers = bits & 8 == 0 ? [] : .alt
    return KeyModifiers(rawValue: bits & 7).union(meta)
  }
}
