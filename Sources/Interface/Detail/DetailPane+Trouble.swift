import Reminders

extension DetailPane {
  /// What stands between the reminder and Salesforce, and the keys that help.
  mutating func addTrouble() {
    if let refusal = row.refusal { add(refusal) }
    let conflicts = context.conflicts(of: row.id)
    guard !conflicts.isEmpty else { return }
    for conflict in conflicts { add(conflict) }
    advise(
      """
      \(.takeOtherVersion) takes the other version, \(.compareVersions) chooses field by field, \
      \(.dismissConflicts) marks it as seen.
      """
    )
    lines.append(.blank)
  }

  /// The keys that help.
  private mutating func advise(_ words: KeyedText) { add(context.keys.text(words), theme[.accent]) }

  private mutating func add(_ refusal: Refusal) {
    let advice = RefusalAdvice(code: refusal.code)
    guard refusal.missingRight == nil else { return addKept(refusal, advice) }
    add("\(context.glyphs.refused) Refused by Salesforce", theme[.error])
    add(refusal.message)
    add(refusal.code, theme[.muted])
    add("\(advice.explanation) \(advice.remedy)")
    advise(
      "\(.edit) edits it and sends it again, \(.retry) tries again as it is, \(.giveUp) gives up: what is there stands."
    )
    lines.append(.blank)
  }

  /// A change that was not sent, as the user may not make it there.
  private mutating func addKept(_ refusal: Refusal, _ advice: RefusalAdvice) {
    add("\(context.glyphs.refused) Kept here, not sent", theme[.pending])
    add(refusal.message)
    add("\(advice.explanation) \(advice.remedy)")
    advise("\(.giveUp) gives it up; \(.connection) shows what you may do in your org.")
    lines.append(.blank)
  }

  private mutating func add(_ conflict: ConflictEntry) {
    let subject = conflict.field == nil ? "one side deleted it" : conflict.title
    add("\(context.glyphs.conflict) Conflict: \(subject)", theme[.conflict])
    field("Here", context.shown(conflict, .here) + (conflict.kept == .here ? "  (stands)" : ""))
    field("Salesforce", context.shown(conflict, .there) + (conflict.kept == .there ? "  (stands)" : ""))
    field("", "by \(conflict.author), \(context.moment(conflict.authorAt))", .muted)
  }
}
