/// One line of text that a terminal can show safely, measured in columns.
///
/// Whatever the text was before – names come from strangers – no control character, escape sequence, bidirectional
/// control or invisible filler is in it any more; line breaks and tabs are spaces. It is a sequence of clusters, so that
/// nothing cuts a letter from its accent or a family in two.
package struct DisplayText: Hashable, Sendable {
  package private(set) var clusters: [Cluster]
  /// Columns on the screen.
  package private(set) var width: Int

  package init(_ raw: some StringProtocol) {
    self.init(clusters: DisplayText.safe(String(raw)).compactMap(Cluster.init))
  }

  init(clusters: some Sequence<Cluster>) {
    self.clusters = Array(clusters)
    width = self.clusters.reduce(0) { $0 + $1.width }
  }

  package var text: String { String(clusters.map(\.character)) }
  package var isEmpty: Bool { clusters.isEmpty }

  /// The text without what may never reach a terminal; a line break of two characters becomes one space.
  private static func safe(_ raw: String) -> String {
    if raw.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return raw }
    let scalars = raw.unicodeScalars
    var result = String.UnicodeScalarView()
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch SafeScalars.verdict(scalar) {
      case .keep, .keepInsideCluster: result.append(scalar)
      case .space:
        let isSecondOfPair =
          scalar == "\n" && index > scalars.startIndex && scalars[scalars.index(before: index)] == "\r"
        if !isSecondOfPair { result.append(" ") }
      case .remove:
        if let end = EscapeSequences.end(of: scalars, from: index) {
          index = end
          continue
        }
      }
      index = next
    }
    return String(result)
  }
}

extension DisplayText: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension DisplayText: CustomStringConvertible {
  package var description: String { text }
}
