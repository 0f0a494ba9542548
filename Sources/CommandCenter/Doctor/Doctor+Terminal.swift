import Reminders
import Terminal

extension Doctor {
  func terminalFindings() -> [Finding] {
    let report = TerminalReport(environment: environment)
    return [terminal(report), locale(report), colors(report)]
  }

  private func terminal(_ report: TerminalReport) -> Finding {
    if let problem = report.problem {
      return Finding(
        "terminal", "Terminal", .failure, "\(problem)",
        remedy: "Set TERM to the type of your terminal. The commands, such as list, need none.")
    }
    let type = report.type ?? ""
    guard let size = report.size else {
      return Finding("terminal", "Terminal", .ok, "\(type); no terminal is here to be measured")
    }
    let detail = "\(type), \(size.columns)x\(size.rows)"
    guard size.columns >= 40, size.rows >= 10 else {
      return Finding(
        "terminal", "Terminal", .warning, detail, remedy: "Make it at least 40 columns wide and 10 rows high.")
    }
    return Finding("terminal", "Terminal", .ok, detail)
  }

  private func locale(_ report: TerminalReport) -> Finding {
    guard !report.isUTF8 else { return Finding("locale", "Locale", .ok, "\(report.locale), UTF-8") }
    return Finding(
      "locale", "Locale", .warning, "\(report.locale), without UTF-8",
      remedy: "Names with other than ASCII letters cannot be shown. Set LC_ALL to a UTF-8 locale, such as C.UTF-8.")
  }

  private func colors(_ report: TerminalReport) -> Finding {
    if report.isColorOff { return Finding("colors", "Colours", .ok, "none, as NO_COLOR is set") }
    let words =
      switch report.colors {
      case .none: "none"
      case .ansi8: "8"
      case .ansi16: "16"
      case .palette256: "256"
      case .trueColor: "true colour"
      }
    if report.claimsTrueColor, report.colors != .trueColor, report.problem == nil {
      return Finding(
        "colors", "Colours", .warning,
        "\(words); your terminal says that it has true colour, but no description here has",
        remedy: "Install the descriptions of more terminals: on Debian and Ubuntu the package ncurses-term.")
    }
    guard report.colors == .none, report.problem == nil else { return Finding("colors", "Colours", .ok, words) }
    return Finding(
      "colors", "Colours", .warning, words,
      remedy: "Everything is also said without them. If your terminal has colours, set TERM to its own type.")
  }
}
