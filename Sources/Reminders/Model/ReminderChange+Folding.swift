import Foundation

extension [ReminderChange] {
  /// More changes than this of one kind, by the same person in the same second, are told as one.
  package static var mostAlike: Int { 5 }

  /// The same changes in their order, where what somebody did to many tasks at once is one change.
  ///
  /// One that stands for many has the fields that all of them changed alike.
  package func folded() -> [ReminderChange] {
    var result: [ReminderChange] = []
    var rest = self[...]
    while let first = rest.first {
      let alike = rest.prefix { $0.id == first.id || $0.isAlike(first) }
      rest = rest.dropFirst(alike.count)
      result += alike.count > Self.mostAlike ? [ReminderChange(many: alike, like: first)] : [ReminderChange](alike)
    }
    return result
  }
}

extension ReminderChange {
  fileprivate func isAlike(_ other: ReminderChange) -> Bool {
    kind != .imported && kind == other.kind && side == other.side && author == other.author
      && Int(at.timeIntervalSince1970) == Int(other.at.timeIntervalSince1970)
  }

  /// - Parameter first: the one that was made last.
  fileprivate init(many changes: ArraySlice<ReminderChange>, like first: ReminderChange) {
    let fields = first.fields.filter { field in
      changes.allSatisfy { $0.fields.contains { $0.field == field.field && $0.new == field.new } }
    }
    self.init(
      id: changes.map(\.id).max() ?? first.id, at: first.at, reminder: nil, standing: nil, name: "", side: first.side,
      author: first.author, kind: first.kind, fields: fields, count: changes.count)
  }
}
