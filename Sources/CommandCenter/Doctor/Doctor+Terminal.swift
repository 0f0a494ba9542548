import Foundation
import Localization
import Reminders
import Terminal

extension Doctor {
  func terminalFindings() -> [Finding] {
    let report = TerminalReport(environment: environment)
    return [terminal(report), locale(report), language(), colors(report)]
  }

  private func terminal(_ report: TerminalReport) -> Finding {
    let subject = localized("Terminal")
    if let problem = report.problem {
      return Finding(
        "terminal", subject, .failure, "\(problem)",
        remedy: localized("Set TERM to the type of your terminal. The commands, such as list, need none."))
    }
    let type = report.type ?? ""
    guard let size = report.size else {
      return Finding("terminal", subject, .ok, localized("\(type); no terminal is here to be measured"))
    }
    let detail = "\(type), \(size.columns)x\(size.rows)"
    guard size.columns >= 40, size.rows >= 10 else {
      return Finding(
        "terminal", subject, .warning, detail,
        remedy: localized("Make it at least 40 columns wide and 10 rows high."))
    }
    return Finding("terminal", subject, .ok, detail)
  }

  private func locale(_ report: TerminalReport) -> Finding {
    let subject = localized("Locale")
    guard !report.isUTF8 else { return Finding("locale", subject, .ok, "\(report.locale), UTF-8") }
    return Finding(
      "locale", subject, .warning, localized("\(report.locale), without UTF-8"),
      remedy: localized(
        "Names with other than ASCII letters cannot be shown. Set LC_ALL to a UTF-8 locale, such as C.UTF-8."))
  }

  /// The language that the setting means, which is spoken unless something is wrong with it.
  private func language() -> Finding {
    let (subject, languages) = (localized("Language"), LanguageFiles(profile.places))
    let name = ConfigFile(profile.places).language
    do {
      let language = try languages.load(name, environment)
      let wanted = LocaleName.languages(in: environment).first ?? language.code
      let words = "\(language.name) (\(language.code))"
      guard let file = languages.place(of: language.code) else {
        let isElse = name == LanguageFiles.automatic && LocaleName(wanted).language != language.code
        return Finding(
          "language", subject, .ok,
          isElse
            ? localized("\(words), since there is no file for \(wanted)")
            : localized("\(words), in the program itself"))
      }
      return Finding("language", subject, .ok, localized("\(words), from \(file.path)"))
    } catch {
      return Finding(
        "language", subject, .warning, CommandFailure(error).line,
        remedy: localized(
          "English is spoken until then. Correct the file, or: command-center settings set language en"))
    }
  }

  private func colors(_ report: TerminalReport) -> Finding {
    let subject = localized("Colours")
    if report.isColorOff { return Finding("colors", subject, .ok, localized("none, as NO_COLOR is set")) }
    let words =
      switch report.colors {
      case .none: localized("none", "colours")
      case .ansi8: "8"
      case .ansi16: "16"
      case .palette256: "256"
      case .trueColor: localized("true colour")
      }
    if report.claimsTrueColor, report.colors != .trueColor, report.problem == nil {
      return Finding(
        "colors", subject, .warning,
        localized("\(words); your terminal says that it has true colour, but no description here has"),
        remedy: localized(
          "Install the descriptions of more terminals: on Debian and Ubuntu the package ncurses-term."))
    }
    guard report.colors == .none, report.problem == nil else { return Finding("colors", subject, .ok, words) }
    return Finding(
      "colors", subject, .warning, words,
      remedy: localized(
        "Everything is also said without them. If your terminal has colours, set TERM to its own type."))
  }
}
