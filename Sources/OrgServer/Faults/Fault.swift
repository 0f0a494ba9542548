/// Something that goes wrong for certain requests: which ones, how often, and what.
struct Fault: Sendable {
  let id: Int
  let match: RequestMatch
  var schedule: FaultSchedule
  let effect: FaultEffect
  /// As it was asked for.
  let definition: JSON
  /// What the calls of the last strike were answered, in order.
  var callStatuses: [Int] = []

  var json: JSON {
    .object(
      [.init(key: "id", value: .integer(id))] + (definition.members ?? [])
        + [
          .init(key: "matched", value: .integer(schedule.matched)),
          .init(key: "struck", value: .integer(schedule.struck)),
          .init(key: "callStatuses", value: .array(callStatuses.map { .integer($0) })),
        ])
  }
}
