import Localization
import Reminders

extension DetailPane {
  /// What stands between the reminder and Salesforce, and the keys that help.
  mutating func addTrouble() {
    if let refusal = row.refusal { add(refusal) }
    let conflicts = context.conflicts(of: row.id)
    guard !conflicts.isEmpty else { return }
    for conflict in conflicts { add(conflict) }
    advise(
      KeyedText(
        """
        \(.takeOtherVersion) takes the other version, \(.compareVersions) chooses field by field, \
        \(.dismissConflicts) marks it as seen.
        """))
    lines.append(.blank)
  }

  /// The keys that help.
  private mutating func advise(_ words: KeyedText) { add(context.keys.text(words), theme[.accent]) }

  private mutating func add(_ refusal: Refusal) {
    let advice = RefusalAdvice(code: refusal.code)
    guard refusal.missingRight == nil else { return addKept(refusal, advice) }
    add("\(context.glyphs.refused) \(localized("Refused by Salesforce"))", theme[.error])
    add(refusal.message)
    add(refusal.code, theme[.muted])
    add("\(advice.explanation) \(advice.remedy)")
    advise(
      KeyedText(
        """
        \(.edit) edits it and sends it again, \(.retry) tries again as it is, \
        \(.giveUp) gives up: what is there stands.
        """))
    lines.append(.blank)
  }

  /// A change that was not sent, as the user may not make it there.
  private mutating func addKept(_ refusal: Refusal, _ advice: RefusalAdvice) {
    add("\(context.glyphs.refused) \(localized("Kept here, not sent"))", theme[.pending])
    add(refusal.message)
    add("\(advice.explanation) \(advice.remedy)")
    advise(KeyedText("\(.giveUp) gives it up; \(.connection) shows what you may do in your org."))
    lines.append(.blank)
  }

  private mutating func add(_ conflict: ConflictEntry) {
    let title = conflict.field.map { localized("Conflict: \($0.title)") } ?? localized("Conflict: one side deleted it")
    add("\(context.glyphs.conflict) \(title)", theme[.conflict])
    for (label, side) in [(DetailLabel.here, Merge.Side.here), (.salesforce, .there)] {
      let value = context.shown(conflict, side)
      field(label, conflict.kept == side ? "\(value)  \(localized("(stands)"))" : value)
    }
    field(nil, localized("by \(conflict.author), \(context.moment(conflict.authorAt))"), .muted)
  }
}
