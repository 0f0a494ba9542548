/// The shape of a path: words, which are taken in any case; `*` for any part; `{name}` for any part, which is given a name;
/// and `**` at the end for any number of parts. `/services/data/*/sobjects/Task/{id}`, `/services/**`.
struct PathPattern: Sendable {
  private let parts: [Substring]

  init(_ pattern: String) {
    parts = pattern.split(separator: "/")
  }

  /// What stands in the places of the names, in order; `nil` if the path is not of this shape.
  func match(_ segments: ArraySlice<String>) -> [String]? {
    named(in: segments)?.map(\.value)
  }

  /// What the names stand for; `nil` if the path is not of this shape.
  func names(in segments: [String]) -> [String: String]? {
    named(in: segments[...]).map { named in Dictionary(named.map { ($0.name, $0.value) }) { $1 } }
  }

  private func named(in segments: ArraySlice<String>) -> [(name: String, value: String)]? {
    let isOpen = parts.last == "**"
    let parts = isOpen ? self.parts.dropLast() : self.parts[...]
    guard isOpen ? segments.count >= parts.count : segments.count == parts.count else { return nil }
    var named: [(name: String, value: String)] = []
    for (part, segment) in zip(parts, segments) {
      if part.hasPrefix("{"), part.hasSuffix("}") {
        named.append((String(part.dropFirst().dropLast()), segment))
      } else if part != "*", part.lowercased() != segment.lowercased() {
        return nil
      }
    }
    return named
  }
}
