import Localization
import Reminders

/// What `doctor` prints.
struct DoctorReport: Encodable {
  let findings: [Finding]

  var hasFailed: Bool { findings.contains { $0.level == .failure } }

  private struct Line: Encodable {
    let finding: Finding

    private enum CodingKeys: String, CodingKey {
      case check, status, detail, remedy
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(finding.check, forKey: .check)
      try container.encode(finding.level.rawValue, forKey: .status)
      try container.encode(finding.detail, forKey: .detail)
      try container.encode(finding.remedy, forKey: .remedy)
    }
  }

  func encode(to encoder: any Encoder) throws { try findings.map(Line.init).encode(to: encoder) }

  /// A line for each, and below it what to do.
  var text: String {
    let width = findings.map(\.subject.count).max() ?? 0
    let levelWidth = Finding.Level.allCases.map { word($0).count }.max() ?? 0
    let indent = "".padded(to: levelWidth + 2 + width)
    return
      findings.flatMap { finding -> [String] in
        let subject = finding.subject.padded(to: width)
        let line = "\(word(finding.level).padded(to: levelWidth))  \(subject)  \(finding.detail.oneLine)"
        return [line] + [finding.remedy].compactMap { $0.map { "\(indent)  > \($0.oneLine)" } }
      }
      .joined(separator: "\n")
  }

  private func word(_ level: Finding.Level) -> String {
    switch level {
    case .ok: localized("OK", "doctor")
    case .warning: localized("WARNING")
    case .failure: localized("FAILURE")
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
