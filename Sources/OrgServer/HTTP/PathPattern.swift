/// The shape of a path: names, and parts in braces that stand for anything.
struct PathPattern: Sendable {
  private let parts: [Substring]

  init(_ path: String) {
    parts = path.split(separator: "/")
  }

  /// What stands in the places of the parts in braces; `nil` if the path is not of this shape. Names are taken in any
  /// case.
  func match(_ segments: ArraySlice<String>) -> [String]? {
    guard segments.count == parts.count else { return nil }
    var arguments: [String] = []
    for (part, segment) in zip(parts, segments) {
      if part.hasPrefix("{") {
        arguments.append(segment)
      } else if part.lowercased() != segment.lowercased() {
        return nil
      }
    }
    return arguments
  }
}
