package import Foundation

/// A user, contact, lead, account or opportunity, as far as it helps to choose it.
package struct OrgRecord: Sendable, Equatable {
  package let object: OrgObject
  package let id: String
  package let name: String
  /// What tells it from others of its name, such as the title and the company; only what is filled in and may be read.
  package let details: [String]
  package let email: String?
  package let phone: String?
  /// `nil` for a user.
  package let ownerID: String?
  package let stamp: Date
  /// No task can point to it any more: it was deleted, a user was deactivated, a lead converted.
  package let isGone: Bool

  package init(
    object: OrgObject, id: String, name: String, details: [String] = [], email: String? = nil, phone: String? = nil,
    ownerID: String? = nil, stamp: Date, isGone: Bool = false
  ) {
    self.object = object
    self.id = id
    self.name = name
    self.details = details
    self.email = email
    self.phone = phone
    self.ownerID = ownerID
    self.stamp = stamp
    self.isGone = isGone
  }
}

/// A record that the user dealt with, as the list of recent ones names it.
package struct RecentRecord: Sendable, Equatable {
  package let object: OrgObject
  package let id: String
  package let name: String

  package init(object: OrgObject, id: String, name: String) {
    self.object = object
    self.id = id
    self.name = name
  }
}

/// Reads one row of an answer; what a user may not see, what is empty and what was not asked for is null or absent.
extension OrgRecord: Decodable {
  package init(from decoder: any Decoder) throws {
    let row = try RecordRow(decoder)
    let object = try row.object
    let name = try row.text("Name") ?? ""
    self.init(
      object: object, id: try row.id, name: name,
      details: try object.detailFields.compactMap { try row.text($0) }.filter { !$0.isEmpty && $0 != name },
      email: try object.emailField.flatMap { try row.text($0) },
      phone: try object.phoneFields.lazy.compactMap { try row.text($0) }.first, ownerID: try row.text("OwnerId"),
      stamp: try row.time("SystemModstamp") ?? .distantPast,
      isGone: try row.flag("IsDeleted") == true || row.flag("IsActive") == false || row.flag("IsConverted") == true)
  }
}

/// An item of `recent`; `nil` for one of an object that is of no use here.
struct RecentItem: Decodable {
  let record: RecentRecord?

  init(from decoder: any Decoder) throws {
    let row = try RecordRow(decoder)
    guard let object = try? row.object, let name = try row.text("Name") else {
      record = nil
      return
    }
    record = RecentRecord(object: object, id: try row.id, name: name)
  }
}

/// A row whose columns depend on its object.
private struct RecordRow {
  private let row: KeyedDecodingContainer<Column>

  init(_ decoder: any Decoder) throws { row = try decoder.container(keyedBy: Column.self) }

  var object: OrgObject {
    get throws {
      let type = try row.decode(Attributes.self, forKey: Column("attributes")).type
      guard let object = OrgObject(rawValue: type) else {
        throw DecodingError.dataCorruptedError(
          forKey: Column("attributes"), in: row, debugDescription: "another object")
      }
      return object
    }
  }

  var id: String { get throws { try row.decode(String.self, forKey: Column("Id")) } }

  /// - Parameter path: a field, or one of a related record, such as `Account.Name`.
  func text(_ path: String) throws -> String? {
    let parts = path.split(separator: ".", maxSplits: 1).map { Column(String($0)) }
    guard let first = parts.first, let last = parts.last, row.contains(first) else { return nil }
    if parts.count == 1 { return try row.decodeIfPresent(String.self, forKey: first) }
    guard try !row.decodeNil(forKey: first) else { return nil }
    return try row.nestedContainer(keyedBy: Column.self, forKey: first).decodeIfPresent(String.self, forKey: last)
  }

  func flag(_ field: String) throws -> Bool? { try row.decodeIfPresent(Bool.self, forKey: Column(field)) }

  func time(_ field: String) throws -> Date? {
    try row.decodeIfPresent(SalesforceDate.self, forKey: Column(field))?.date
  }

  private struct Attributes: Decodable {
    let type: String
  }

  private struct Column: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}
