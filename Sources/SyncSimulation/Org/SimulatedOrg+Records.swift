import Foundation
import OrgModel
package import Salesforce

extension SimulatedOrg {
  /// Nobody looks at anything there.
  package func recentRecords() async throws(OrgError) -> [RecentRecord] {
    try answer("recent") { _ throws(APIError) in [] }
  }

  package func records(_ queries: [RecordQuery]) async throws(OrgError) -> [[OrgRecord]?] {
    try answer("records") { content throws(APIError) in
      queries.map { query in
        let rows = try? content.org.rows(
          query.soql(), includesDeleted: query.includesDeleted, by: content.session, at: content.now)
        return rows?.compactMap(OrgRecord.init)
      }
    }
  }

  package func search(_ search: RecordSearch) async throws(OrgError) -> [OrgRecord] {
    try answer("search") { content throws(APIError) in
      try content.org.search(search.sosl(), by: content.session, at: content.now).compactMap(OrgRecord.init)
    }
  }
}

extension OrgRecord {
  fileprivate init?(_ row: QueryRow) {
    guard let object = OrgObject(rawValue: row.type) else { return nil }
    func text(_ path: String) -> String? { row[path].text }
    self.init(
      object: object, id: row.id.text, name: text("Name") ?? "",
      details: [text("Title"), text("Company"), text("Account.Name")].compactMap(\.self), email: text("Email"),
      phone: text("Phone"), ownerID: text("OwnerId"), stamp: row["SystemModstamp"].time?.date ?? .distantPast,
      isGone: row["IsDeleted"].flag == true || row["IsActive"].flag == false)
  }
}
