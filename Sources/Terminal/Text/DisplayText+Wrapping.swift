extension DisplayText {
  /// The lines of a text, each at most `columns` wide (at least 1), broken between words where possible.
  ///
  /// Line breaks of the text stay; a word longer than a line is cut between clusters. At least one line, even if empty.
  package static func wrapped(_ raw: String, to columns: Int) -> [DisplayText] {
    raw.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { DisplayText($0).wrapped(to: columns) }
  }

  /// This one line on as many lines as it needs.
  package func wrapped(to columns: Int) -> [DisplayText] {
    let columns = max(1, columns)
    if width <= columns { return [self] }
    var lines: [DisplayText] = []
    var rest = clusters[...]
    while !rest.isEmpty {
      let line = DisplayText.firstLine(of: rest, columns)
      lines.append(DisplayText(clusters: rest[..<line.end]))
      rest = rest[line.next...]
    }
    return lines
  }

  /// Where the first line ends and the next one starts; the spaces between them are on neither.
  private static func firstLine(of clusters: ArraySlice<Cluster>, _ columns: Int) -> (end: Int, next: Int) {
    var used = 0
    var index = clusters.startIndex
    var wordEnd: Int?
    while index < clusters.endIndex {
      if clusters[index].character == " ", index > clusters.startIndex, clusters[index - 1].character != " " {
        wordEnd = index
      }
      guard used + clusters[index].width <= columns else { break }
      used += clusters[index].width
      index += 1
    }
    if index == clusters.endIndex { return (index, index) }
    let end = wordEnd ?? max(index, clusters.startIndex + 1)
    return (end, clusters[end...].firstIndex { $0.character != " " } ?? clusters.endIndex)
  }
}
