import Reminders
import Terminal

/// The findings as lines of a width: mark, what it is about, what was found, and below it what to do.
struct FindingLines {
  private(set) var lines: [StyledLine] = []
  /// The lines of each finding.
  private(set) var places: [Range<Int>] = []
  private let context: Context
  private let width: Int
  private let textColumn: Int

  init(_ findings: [Finding], _ context: Context, width: Int) {
    self.context = context
    self.width = width
    let longest = findings.map { DisplayText($0.subject).width }.max() ?? 0
    textColumn = width >= 60 ? max(18, longest + 4) : max(15, longest + 3)
    for finding in findings { add(finding) }
  }

  private mutating func add(_ finding: Finding) {
    let start = lines.count
    let (mark, role) = mark(of: finding.level)
    var head = StyledLine(" ")
    head.append(mark, context.theme[role])
    let label = " " + finding.subject
    let gap = max(1, textColumn - 2 - DisplayText(label).width)
    head.append(label + String(repeating: " ", count: gap), context.theme[.muted])
    for (index, text) in wrapped(finding.detail).enumerated() {
      var line = index == 0 ? head : indent
      line.append(text, finding.level == .ok ? .plain : context.theme[.heading])
      lines.append(line)
    }
    for text in wrapped(finding.remedy ?? "") {
      var line = indent
      line.append(text, context.theme[.accent])
      lines.append(line)
    }
    places.append(start..<lines.count)
  }

  /// The mark says it without colour, too.
  private func mark(of level: Finding.Level) -> (String, Role) {
    switch level {
    case .ok: (context.glyphs.ok, .live)
    case .warning: (context.glyphs.conflict, .pending)
    case .failure: (context.glyphs.refused, .error)
    }
  }

  private var indent: StyledLine { StyledLine(String(repeating: " ", count: textColumn)) }

  private func wrapped(_ text: String) -> [DisplayText] {
    text.isEmpty ? [] : DisplayText(text).wrapped(to: max(8, width - textColumn - 1))
  }
}
