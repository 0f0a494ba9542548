import Foundation
import Testing

@testable import OrgModel

struct SOQLErrorTests {
  @Test(
    "A query that is wrong is refused with Salesforce's code and sentence",
    arguments: [
      ("", ErrorCode.malformedQuery, "unexpected token: '<EOF>'"),
      ("SELECT Id FROM Task WHERE", .malformedQuery, "unexpected token: '<EOF>'"),
      ("SELECT FROM Task", .malformedQuery, "unexpected token: 'FROM'"),
      ("SELECT Id FROM Task WHERE Subject = 'x", .malformedQuery, "unterminated string literal"),
      ("SELECT Id FROM Task WHERE Subject = 'a\\z'", .malformedQuery, "Invalid string literal"),
      ("SELECT Id FROM Task ORDER Subject", .malformedQuery, "unexpected token: 'Subject'"),
      (
        "SELECT Id FROM Task WHERE IsClosed = true AND Id != null OR Id = null", .malformedQuery,
        "unexpected token: 'OR'"
      ),
      ("SELECT Id FROM Task LIMIT -1", .malformedQuery, "unexpected token: '-1'"),
      ("SELECT Id FROM Task LIMIT 99999999999999999999999", .malformedQuery, "unexpected token: '1e+23'"),
      ("SELECT Id FROM Task; DROP", .malformedQuery, "';'"),
      ("SELECT Id FROM Task extra stuff", .malformedQuery, "unexpected token: 'extra'"),
      ("SELECT Foo FROM Task", .invalidField, "No such column 'Foo' on entity 'Task'."),
      ("SELECT Owner.Foo FROM Task", .invalidField, "No such column 'Foo' on entity 'User'."),
      ("SELECT Boss.Name FROM Task", .invalidField, "Didn't understand relationship 'Boss' in field path."),
      ("SELECT Id FROM Tusk", .invalidType, "sObject type 'Tusk' is not supported."),
      (
        "SELECT Id FROM Task WHERE Description = 'x'", .invalidField,
        "field 'Description' can not be filtered in a query call"
      ),
      (
        "SELECT Id FROM Task ORDER BY Description", .invalidField,
        "field 'Description' can not be sorted in a query call"
      ),
      (
        "SELECT Id FROM Task WHERE ActivityDate = '2026-11-25'", .invalidField,
        "value of filter criterion for field 'ActivityDate' must be of type date and should not be enclosed in quotes"
      ),
      ("SELECT Id FROM Task WHERE SystemModstamp > 2026-11-25", .invalidField, "must be of type dateTime"),
      (
        "SELECT Id FROM Task WHERE Subject = 5", .invalidField,
        "must be of type string and should be enclosed in quotes"
      ),
      ("SELECT Id FROM Task WHERE IsClosed = 'true'", .invalidField, "must be of type boolean"),
      ("SELECT Id FROM Task WHERE Id = 'nonsense'", .invalidQueryFilterOperator, "invalid ID field: nonsense"),
      ("SELECT Id FROM Task WHERE Id LIKE '00T%'", .invalidQueryFilterOperator, "invalid operator on ID field"),
    ])
  func refused(soql: String, code: ErrorCode, sentence: String) throws {
    let world = try SmallOrg()
    let refusal = try #require(throws: APIError.self) { try world.org.query(soql, by: world.rep, at: world.now) }
    #expect(refusal.code == code)
    #expect(refusal.message.contains(sentence), "\(refusal.message)")
  }

  @Test("The message points at the place")
  func place() throws {
    let world = try SmallOrg()
    let refusal = try #require(throws: APIError.self) {
      try world.org.query("SELECT Id, Foo\nFROM Task", by: world.rep, at: world.now)
    }
    #expect(refusal.message.hasPrefix("\nSELECT Id, Foo FROM Task\n           ^\nERROR at Row:1:Column:12\n"))
  }

  @Test("Hostile nesting is refused, not followed")
  func nesting() throws {
    let world = try SmallOrg()
    for opening in ["(", "NOT "] {
      let soql = "SELECT Id FROM Task WHERE " + String(repeating: opening, count: 20_000) + "IsClosed = true"
      #expect(throws: APIError.self) { try world.org.query(soql, by: world.rep, at: world.now) }
    }
  }

  @Test("Whatever stands in a query, it is answered or refused")
  func noise() throws {
    let world = try SmallOrg()
    let words = [
      "SELECT", "FROM", "Task", "WHERE", "Id", "Subject", "Who.Name", "=", "!=", "<", ">=", "(", ")", ",", "'x'", "'",
      "\\",
      "IN", "NOT", "LIKE", "AND", "OR", "ORDER", "BY", "DESC", "NULLS", "LIMIT", "OFFSET", "5", "-9e9", "1e999",
      "2026-11-25",
      "2026-11-25T09:30:00Z", "2026-99-99", "TODAY", "LAST_N_DAYS:9999999999", "NULL", "COUNT", "COUNT()", ".", "é",
      "\u{0}",
    ]
    var random = SplitMix64(seed: 7)
    for _ in 0..<3000 {
      let count = Int.random(in: 0...12, using: &random)
      let start = random.isOne(in: 2) ? "SELECT Id FROM Task WHERE " : ""
      let soql = start + (0..<count).map { _ in random.pick(words) }.joined(separator: random.isOne(in: 3) ? "" : " ")
      do throws(APIError) {
        _ = try world.org.query(soql, by: world.rep, at: world.now)
      } catch {
        #expect(!error.message.isEmpty)
      }
    }
  }

  @Test("A pattern full of wildcards takes no time")
  func wildcards() throws {
    let pattern = LikePattern(String(repeating: "%a", count: 60) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 5000)))
  }
}
