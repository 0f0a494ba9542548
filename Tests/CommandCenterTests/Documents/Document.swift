import Foundation

/// A page of Markdown in the checkout: `README.md`, or one of `docs/`.
struct Document {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  let url: URL
  private let lines: [Substring]

  /// - Parameter path: from the root of the checkout.
  init(_ path: String) throws { try self.init(Self.root.appending(path: path)) }

  init(_ url: URL) throws {
    self.url = url
    lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
  }

  var text: String { lines.joined(separator: "\n") }

  /// What is neither in a block of code nor in code within a line.
  private var prose: [String] {
    var isCode = false
    return
      lines.filter { line in
        if line.hasPrefix("```") { isCode.toggle() }
        return !isCode && !line.hasPrefix("```")
      }
      .map(String.init)
  }

  private static func heading(_ line: some StringProtocol) -> String? {
    let rest = line.drop { $0 == "#" }
    guard rest.count < line.count, rest.first == " " else { return nil }
    return String(rest.dropFirst())
  }

  /// What stands under a heading of the second level, until the next one; empty where there is none.
  ///
  /// - Parameter isMeant: whether it is the one that is looked for.
  func section(where isMeant: (String) -> Bool) -> String {
    let start = lines.firstIndex { $0.hasPrefix("## ") && isMeant(String($0.dropFirst(3))) }
    guard let start else { return "" }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.joined(separator: "\n")
  }

  func section(_ heading: String) -> String { section { $0 == heading } }

  /// The names by which links lead to headings, as GitHub makes them.
  var anchors: Set<String> {
    var anchors: Set<String> = []
    for heading in prose.compactMap(Self.heading) {
      let kept = heading.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
      let anchor = kept.replacing(" ", with: "-")
      let others = (0...).lazy.map { $0 == 0 ? anchor : "\(anchor)-\($0)" }
      if let free = others.first(where: { !anchors.contains($0) }) { anchors.insert(free) }
    }
    return anchors
  }

  /// Where its links lead that stay in the checkout.
  var links: [String] {
    // What is code may go over the end of a line.
    prose.joined(separator: "\n").replacing(/`[^`]*`/, with: "").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
  }

  /// What is wrong with a link of it; `nil` if it leads somewhere.
  func problem(of link: String) throws -> String? {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let target = parts[0].isEmpty ? url : url.deletingLastPathComponent().appending(path: parts[0]).standardizedFileURL
    guard FileManager.default.fileExists(atPath: target.path) else { return "there is no file \(parts[0])" }
    guard parts.count == 2 else { return nil }
    return try Document(target).anchors.contains(parts[1]) ? nil : "there is no heading #\(parts[1])"
  }
}
