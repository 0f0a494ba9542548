import Foundation
import OrgModel

/// A setting of the org, under its name in `/simulator/settings`.
struct OrgSetting: Sendable {
  let name: String
  let value: @Sendable (Org) -> JSON
  /// Takes the setting from the input if it is there.
  let set: @Sendable (inout Org, JSON, Date) throws(APIError) -> Void

  /// All settings and their values.
  static func json(of org: Org) -> JSON {
    .object(all.map { JSON.Member(key: $0.name, value: $0.value(org)) })
  }

  /// Changes the settings that the body has.
  static func change(_ org: inout Org, by body: JSON, at now: Date) throws(APIError) {
    let input = try body.allowing(all.map(\.name))
    for setting in all where input[setting.name] != nil { try setting.set(&org, input, now) }
  }
}

extension OrgSetting {
  static let all = [
    isSandbox, activitySharing, apiEnabled, taskInUserInterfaceAPI, idempotentWrites, optionalFields, stamps,
    binRetentionDays,
    statuses, priorities,
  ]

  private static let isSandbox = OrgSetting(
    name: "isSandbox",
    value: { .bool($0.isSandbox) },
    set: { org, input, _ throws(APIError) in
      if let value = try input.flag("isSandbox") { org.isSandbox = value }
    })

  private static let activitySharing = OrgSetting(
    name: "activitySharing",
    value: { .string($0.activitySharing.rawValue) },
    set: { org, input, _ throws(APIError) in
      let choices = ActivitySharing.allCases.map { (name: $0.rawValue, value: $0) }
      if let value = try input.choice("activitySharing", among: choices) { org.activitySharing = value }
    })

  private static let apiEnabled = OrgSetting(
    name: "apiEnabled",
    value: { .bool($0.isAPIEnabled) },
    set: { org, input, _ throws(APIError) in
      if let value = try input.flag("apiEnabled") { org.isAPIEnabled = value }
    })

  private static let taskInUserInterfaceAPI = OrgSetting(
    name: "taskInUserInterfaceAPI",
    value: { .bool($0.isTaskInUserInterfaceAPI) },
    set: { org, input, _ throws(APIError) in
      if let value = try input.flag("taskInUserInterfaceAPI") { org.isTaskInUserInterfaceAPI = value }
    })

  private static let idempotentWrites = OrgSetting(
    name: "idempotentWrites",
    value: { .bool($0.hasIdempotentWrites) },
    set: { org, input, _ throws(APIError) in
      if let value = try input.flag("idempotentWrites") { org.hasIdempotentWrites = value }
    })

  /// `["Task.Command_Center_Id__c"]`.
  private static let optionalFields = OrgSetting(
    name: "optionalFields",
    value: { org in .array(org.optionalFields.sorted().map { .string($0.description) }) },
    set: { org, input, _ throws(APIError) in
      guard let wanted = try input.list("optionalFields")?.map(\.string) else { return }
      let known = Schema.objects.flatMap { object in
        object.fields.filter(\.isOptional).map { FieldName(object: object.name, field: $0.name) }
      }
      let fields = wanted.map { name in known.first { $0.description == name } }
      guard !fields.contains(nil) else {
        throw JSON.mistake(
          "optionalFields must be a list of some of \(JSON.listed(known.map(\.description)))")
      }
      org.optionalFields = Set(fields.compactMap(\.self))
    })

  /// `{"minimumLag": 0, "maximumLag": 90000, "wholeSeconds": false, "seed": 1}`, lags in milliseconds; what is left out is
  /// 0, 0, false and 1.
  private static let stamps = OrgSetting(
    name: "stamps",
    value: { org in
      [
        "minimumLag": .integer(org.stampRule.lag.lowerBound), "maximumLag": .integer(org.stampRule.lag.upperBound),
        "wholeSeconds": .bool(org.stampRule.isWholeSeconds),
      ]
    },
    set: { org, input, _ throws(APIError) in
      let stamps = try (input["stamps"] ?? .null).allowing(["minimumLag", "maximumLag", "wholeSeconds", "seed"])
      let low = try stamps.whole("minimumLag", 0...StampRule.maximumLag) ?? 0
      let high = try stamps.whole("maximumLag", low...StampRule.maximumLag) ?? low
      org.stampRule = StampRule(
        lag: low...high, isWholeSeconds: try stamps.flag("wholeSeconds") ?? false,
        seed: UInt64(try stamps.whole("seed", 0...Int.max) ?? 1))
    })

  private static let binRetentionDays = OrgSetting(
    name: "binRetentionDays",
    value: { .integer($0.binRetentionDays) },
    set: { org, input, _ throws(APIError) in
      if let days = try input.whole("binRetentionDays", 0...365) { org.binRetentionDays = days }
    })
}
