import Crypto
import Foundation
import OrgModel

/// How the User Interface API shows records to a user.
///
/// Source: User Interface API Developer Guide, "Record", "Field Value". `displayValue` is in the form of the locale en_US.
struct UIRecord {
  let org: Org
  let user: RecordID

  func json(_ row: QueryRow, of record: Record) -> JSON {
    let fields = fields(of: row)
    return [
      "apiName": .string(record.definition.name), "childRelationships": [:], "eTag": .string(Self.tag(of: fields)),
      "fields": fields, "id": .string(record.id.text),
      "lastModifiedById": JSON(record["LastModifiedById"]), "lastModifiedDate": value(record["LastModifiedDate"]),
      "recordTypeId": .string(ObjectDescription.masterRecordTypeID), "recordTypeInfo": .null,
      "systemModstamp": value(record["SystemModstamp"]),
      "weakEtag": .integer(record.systemModstamp.milliseconds),
    ]
  }

  /// The hash that tells two states of some content apart.
  static func tag(of content: JSON) -> String {
    Insecure.MD5.hash(data: content.utf8)
      .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }

  private func fields(of row: QueryRow) -> JSON {
    let definition = Schema.object(row.type)
    return .object(
      zip(row.names, row.cells)
        .map { name, cell in
          switch cell {
          case .value(let value):
            JSON.Member(key: name, value: field(value, definition?.field(name)))
          case .related(let row):
            JSON.Member(key: name, value: row.map(related) ?? ["displayValue": .null, "value": .null])
          }
        })
  }

  /// The record that a relationship leads to: little more than the fields that were asked for.
  private func related(_ row: QueryRow) -> JSON {
    let id = JSON.Member(key: "Id", value: field(.id(row.id), nil))
    let others = (fields(of: row).members ?? []).filter { $0.key != "Id" }
    let fields = JSON.object([id] + others)
    return [
      "displayValue": row["Name"].text.map { .string($0) } ?? .null,
      "value": [
        "apiName": .string(row.type), "childRelationships": [:], "eTag": .string(Self.tag(of: fields)),
        "fields": fields, "id": .string(row.id.text), "lastModifiedById": .null, "lastModifiedDate": .null,
        "recordTypeId": .null, "recordTypeInfo": .null, "systemModstamp": .null, "weakEtag": 0,
      ],
    ]
  }

  private func field(_ value: OrgValue, _ definition: FieldDefinition?) -> JSON {
    [
      "displayValue": displayed(value, definition).map { .string($0) } ?? .null,
      "value": definition.map { self.value(value, $0) } ?? self.value(value),
    ]
  }

  private func value(_ value: OrgValue, _ definition: FieldDefinition? = nil) -> JSON {
    if case .time(let time) = value { return .string(time.zulu) }
    return definition.map { JSON(value, of: $0) } ?? JSON(value)
  }

  /// How people read the value, where that is not the value itself.
  private func displayed(_ value: OrgValue, _ definition: FieldDefinition?) -> String? {
    switch value {
    case .day(let day): return Self.written(day)
    case .time(let time):
      let zone = org.timeZone(of: user)
      let minutes = (time.milliseconds / 60_000 + zone.secondsFromGMT(for: time.date) / 60) % 1440
      let (hour, minute) = ((minutes + 1440) % 1440).quotientAndRemainder(dividingBy: 60)
      let clock = "\(hour % 12 == 0 ? 12 : hour % 12):\(minute < 10 ? "0" : "")\(minute)"
      return "\(Self.written(time.day(in: zone))), \(clock) \(hour < 12 ? "AM" : "PM")"
    case .text(let text):
      guard let definition, case .picklist = definition.kind else { return nil }
      let choice = org.picklistValues(of: definition.kind).first { $0["value"]?.string == text }
      return choice?["label"]?.string ?? text
    case .null, .flag, .number, .id: return nil
    }
  }

  private static func written(_ day: CalendarDay) -> String {
    let (year, month, dayOfMonth) = day.components
    return "\(month)/\(dayOfMonth)/\(year)"
  }
}
