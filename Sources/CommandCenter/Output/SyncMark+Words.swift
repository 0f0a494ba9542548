import Localization
import Reminders

extension SyncMark {
  /// What commands print for people; scripts read the raw value.
  var words: String {
    switch self {
    case .synced: localized("in sync")
    case .pending: localized("pending", "mark")
    case .refused: localized("refused", "mark")
    case .conflict: localized("conflict", "mark")
    case .localOnly: localized("localOnly", "mark")
    }
  }
}
