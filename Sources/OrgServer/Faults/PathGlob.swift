/// A pattern of paths: `*` is any part, `{name}` any part that is given a name, `**` at the end any number of parts.
/// `/services/data/*/sobjects/Task/{id}`, `/services/**`.
struct PathGlob: Sendable {
  private let parts: [Substring]

  init(_ pattern: String) {
    parts = pattern.split(separator: "/")
  }

  /// What the names stand for; `nil` if the path is not of this pattern. Words are taken in any case.
  func names(in segments: [String]) -> [String: String]? {
    var names: [String: String] = [:]
    for (index, part) in parts.enumerated() {
      if part == "**", index == parts.count - 1 { return names }
      guard index < segments.count else { return nil }
      if part.hasPrefix("{"), part.hasSuffix("}") {
        names[String(part.dropFirst().dropLast())] = segments[index]
      } else if part != "*", part.lowercased() != segments[index].lowercased() {
        return nil
      }
    }
    return segments.count == parts.count ? names : nil
  }
}
