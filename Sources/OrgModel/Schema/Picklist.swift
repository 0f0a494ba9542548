/// The values of a picklist.
package enum Picklist: Sendable, Equatable {
  /// Any text; these are only suggestions.
  case open([String])
  /// One of these.
  case restricted([String])
  /// One of the `ApiName`s in the rows of an object, so that an org's own values are data.
  case rows(of: String)
}
