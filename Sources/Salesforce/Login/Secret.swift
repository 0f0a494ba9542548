/// A token or a password: it can be used, but never shows itself in a log, an error, a dump or a debugger.
package struct Secret: Sendable, Hashable {
  /// The secret itself, for the header or form that needs it and for whoever keeps it safe.
  package let revealed: String

  package init(_ revealed: String) {
    self.revealed = revealed
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
