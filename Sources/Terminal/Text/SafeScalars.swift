/// Which scalars of a foreign text may reach the terminal at all, whatever stands next to them.
///
/// A terminal takes control characters as orders, bidirectional controls reorder what stands around them, and
/// invisible characters make two names look alike (Unicode Technical Report 36). None has a place in one line of text.
enum SafeScalars {
  /// What becomes of one scalar.
  enum Verdict {
    case keep
    case space
    case remove
    /// Invisible by itself, but part of some clusters (joiners, emoji presentation, tags).
    case keepInsideCluster
  }

  static func verdict(_ scalar: Unicode.Scalar) -> Verdict {
    switch scalar.value {
    case 0x20...0x7E: return .keep
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: return .space
    case 0x00...0x1F, 0x7F...0x9F: return .remove
    case 0xA0...0xAC, 0xAE...0x2FF: return .keep
    case 0x200C, 0x200D, 0xFE0F, 0xE0020...0xE007F: return .keepInsideCluster
    case 0xFFF9...0xFFFB: return .remove
    default:
      let properties = scalar.properties
      return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint ? .remove : .keep
    }
  }
}
