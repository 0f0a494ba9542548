import Foundation
import Localization
import Reminders
import Terminal

/// What fits to a text while it is typed: with each key what is known here, and after a pause, where that is little, what
/// the org knows besides.
struct LookAhead: Hashable, Sendable {
  /// How the org is asked about the text.
  enum Search: Hashable, Sendable {
    /// There is no need to.
    case idle
    /// At that instant, if nothing else is typed before.
    case due(Date)
    case asked
    case answered
    /// It cannot be reached.
    case offline
    case failed(String)
  }

  let field: ReferenceField
  /// What was looked up last; `nil` before the first time.
  private(set) var lookUp: LookUp?
  private(set) var records: [KnownRecord] = []
  /// Whether the records are those of the text, and not of one before.
  private(set) var isCurrent = false
  private(set) var search = Search.idle

  /// How long nobody may type before the org is asked, in seconds.
  static let pause: TimeInterval = 0.3
  /// Where so many are known here the org is not asked.
  static let enough = 5

  init(_ field: ReferenceField) { self.field = field }

  /// Looks up another text; what is shown stays until it is answered.
  mutating func look(for text: String) -> [Step] {
    let next = LookUp(field, text)
    guard next != lookUp else { return [] }
    lookUp = next
    isCurrent = false
    search = .idle
    return [.effect(.lookUp(next))]
  }

  /// Takes an answer; one to a text that is no longer there is of no use.
  mutating func take(_ answer: LookUpAnswer, _ context: Context) {
    guard answer.lookUp == lookUp else { return }
    records = answer.records
    isCurrent = true
    switch answer.source {
    case .here: search = searchAfterLooking(answer, context)
    case .org: search = .answered
    case .failed(let line): search = .failed(line)
    }
  }

  private func searchAfterLooking(_ answer: LookUpAnswer, _ context: Context) -> Search {
    guard answer.lookUp.text.count >= LookUp.shortestSearch, answer.records.count < Self.enough,
      context.list.settings.isOn
    else { return .idle }
    return context.status.state.reachesOrg ? .due(context.now.addingTimeInterval(Self.pause)) : .offline
  }

  /// Asks the org now.
  mutating func searchNow() -> [Step] {
    guard let lookUp else { return [] }
    search = .asked
    return [.effect(.searchOrg(lookUp))]
  }

  var deadline: Date? {
    if case .due(let instant) = search { instant } else { nil }
  }

  mutating func timePassed(_ context: Context) -> [Step] {
    guard let deadline, deadline <= context.now else { return [] }
    return searchNow()
  }

  /// What there is to say of the list; `nil` where it speaks for itself.
  func remark(_ context: Context) -> String? {
    switch search {
    case .due, .asked: localized("searching Salesforce\(context.glyphs.ellipsis.text)")
    case .offline: localized("offline: what is known here")
    case .failed(let line): line
    case .idle, .answered: isCurrent && records.isEmpty && lookUp?.text.isEmpty == false ? field.nothingFits : nil
    }
  }
}

extension ReferenceField {
  fileprivate var nothingFits: String {
    switch self {
    case .assignee: localized("no user fits")
    case .person: localized("no person fits")
    case .relatedTo: localized("no record fits")
    }
  }
}

extension SyncStatus.State {
  /// Whether the org answers, as far as is known.
  var reachesOrg: Bool {
    switch self {
    case .live, .polling, .syncing, .importing, .choiceNeeded: true
    case .off, .offline, .connecting, .waiting, .loginNeeded: false
    }
  }
}
