import Foundation
import Testing

@testable import Terminal

/// Against tables that others made; `test_widths.py` among the foreign clients makes them, and tells when they are old.
@Suite("Columns of text")
struct WidthTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Widths")

  private static func lines(of file: String) throws -> [Substring] {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
  }

  @Test("Each scalar that is shown takes as many columns as wcwidth says, and what has none is not shown by itself")
  func scalars() throws {
    var wrong: [String] = []
    for line in try Self.lines(of: "scalars.txt") {
      let parts = line.split(separator: " ")
      guard parts.count == 3, let first = UInt32(parts[0], radix: 16), let last = UInt32(parts[1], radix: 16),
        let expected = Int(parts[2])
      else {
        wrong.append("the line \(line)")
        continue
      }
      for value in first...last {
        guard let scalar = Unicode.Scalar(value), !Self.isUnassigned(scalar) else { continue }
        let width = Cluster(Character(scalar))?.width ?? 0
        if width != max(0, expected), !Self.isLeftOpen(scalar, width) {
          wrong.append("U+\(String(value, radix: 16, uppercase: true)) takes \(width), not \(expected)")
        }
      }
    }
    #expect(wrong.isEmpty)
  }

  /// The runtime and the table may know different versions of Unicode; nobody shows what neither has.
  private static func isUnassigned(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .unassigned
  }

  /// What is not shown by itself whatever its width, and what no two tables agree about where it stands alone: vowel signs
  /// that take a column of their own, and half a flag.
  private static func isLeftOpen(_ scalar: Unicode.Scalar, _ width: Int) -> Bool {
    let properties = scalar.properties
    return width == 0 && (properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format)
      || properties.generalCategory == .spacingMark || (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  @Test("Each emoji of several scalars is one cluster of two columns, and is shown whole")
  func emoji() throws {
    let sequences = try Self.lines(of: "emoji.txt").flatMap { $0.split(separator: " ") }
    let wrong = sequences.filter { sequence in
      guard !sequence.unicodeScalars.contains(where: Self.isUnassigned) else { return false }
      let clusters = DisplayText(String(sequence)).clusters
      return clusters.map(\.width) != [2] || clusters.map { String($0.character) } != [String(sequence)]
    }
    #expect(sequences.count > 2_000)
    #expect(wrong.isEmpty)
  }
}
