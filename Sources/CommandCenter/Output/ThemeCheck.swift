import Foundation
import Interface
import Localization
import Terminal

/// A theme as `themes check` prints it: whether it can be used, and read.
struct ThemeCheck: Encodable {
  let name: String
  private let file: String?
  /// Its contrast is then not known.
  private var error: (any Error)?
  private var contrasts: [Theme.ContrastPair] = []

  init(_ name: String, of files: ThemeFiles) {
    self.name = name
    file = files.place(of: name)?.path
    do { contrasts = try files.load(name).contrasts } catch { self.error = error }
  }

  /// What is wrong with the file.
  private var problem: String? { error.map { CommandFailure($0).line } }

  var isGood: Bool { error == nil && contrasts.allSatisfy(\.isEnough) }

  /// For people: a line a theme, and below what is wrong.
  static func table(_ checks: [ThemeCheck]) -> String {
    let heading = [localized("THEME"), localized("TEXT"), localized("MUTED, BORDERS"), localized("RESULT")]
    let lines = checks.map { check in
      [check.name, check.lowest(isHelp: false), check.lowest(isHelp: true), check.result]
    }
    let problems = checks.flatMap { check in
      ([check.problem].compactMap(\.self) + check.contrasts.filter { !$0.isEnough }.map(\.description))
        .map { "\(check.name): \($0)" }
    }
    return ([TextTable.text([heading] + lines)] + problems).joined(separator: "\n")
  }

  /// For people: every contrast of one theme.
  var table: String {
    if let problem { return problem }
    let heading = [
      localized("ROLE"), localized("ON", "background"), localized("CONTRAST"), localized("LEAST"),
      localized("RESULT"),
    ]
    let lines = contrasts.map { pair in
      [
        pair.role.rawValue, pair.background.rawValue, Contrast.text(pair.ratio), Contrast.text(pair.least),
        pair.isEnough ? localized("ok") : localized("too low"),
      ]
    }
    guard !lines.isEmpty else {
      return localized("\(name): all colours are the terminal's own, so their contrast is too.")
    }
    return TextTable.text([heading] + lines)
  }

  private var result: String { isGood ? localized("ok") : localized("failed") }

  private func lowest(isHelp: Bool) -> String {
    contrasts.filter { $0.role.isOnlyAHelp == isHelp }.map(\.ratio).min().map(Contrast.text) ?? "-"
  }

  private enum CodingKeys: String, CodingKey {
    case name, file, ok, problem, contrasts
  }

  private struct Pair: Encodable {
    let role: String
    let on: String
    let ratio: Double
    let least: Double
    let ok: Bool
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(file, forKey: .file)
    try container.encode(isGood, forKey: .ok)
    try container.encode(problem, forKey: .problem)
    let pairs = contrasts.map { pair in
      Pair(
        role: pair.role.rawValue, on: pair.background.rawValue, ratio: (pair.ratio * 100).rounded(.down) / 100,
        least: pair.least, ok: pair.isEnough)
    }
    try container.encode(pairs, forKey: .contrasts)
  }
}
