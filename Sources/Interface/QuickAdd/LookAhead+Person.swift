import Localization
import Reminders

/// Whom a name on one line means.
extension LookAhead {
  /// `nil` before it is known.
  var match: RecordMatch? {
    guard isCurrent, let lookUp else { return nil }
    return RecordMatch(lookUp.text, among: records)
  }

  /// Whether the org may know somebody where nobody is known here, and was not asked yet.
  var isWorthSearching: Bool {
    guard match == RecordMatch.none, lookUp?.isID == false else { return false }
    if case .due = search { return true }
    return false
  }

  /// Why the name means nobody yet, and what to do; `nil` where it means somebody.
  func trouble(_ context: Context) -> String? {
    switch match {
    case nil, .one: return nil
    case .several(let records):
      let names = records.prefix(3)
        .map { "\($0.name) (\([$0.kind.word, $0.detail].filter { !$0.isEmpty }.joined(separator: ", ")))" }
        .joined(separator: "; ")
      return records.count > 3
        ? localized("Who? \(names) and \(records.count - 3) more: type more of the name.")
        : localized("Who? \(names): type more of the name.")
    case .some(.none):
      if lookUp?.isID == true { return nil }
      return remark(context) ?? localized("nobody of that name")
    }
  }
}
