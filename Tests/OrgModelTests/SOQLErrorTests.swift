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
      (
        "SELECT Id FROM Task WHERE Subject = 'x", .malformedQuery,
        "line 1:38 mismatched character '<EOF>' expecting '''"
      ),
      ("SELECT Id FROM Task WHERE Subject = 'a\\z'", .malformedQuery, "Illegal character sequence '\\z'"),
      ("SELECT Id FROM Task ORDER Subject", .malformedQuery, "unexpected token: 'Subject'"),
      (
        "SELECT Id FROM Task WHERE IsClosed = true AND Id != null OR Id = null", .malformedQuery,
        "unexpected token: 'OR'"
      ),
      ("SELECT Id FROM Task LIMIT -1", .malformedQuery, "unexpected token: '-1'"),
      (
        "SELECT Id FROM Task LIMIT 99999999999999999999999", .malformedQuery,
        "unexpected token: '99999999999999999999999'"
      ),
      ("SELECT Id FROM Task; DROP", .malformedQuery, "line 1:19 no viable alternative at character ';'"),
      ("SELECT Id FROM Task extra stuff", .malformedQuery, "unexpected token: 'stuff'"),
      ("SELECT Id FROM Task WHERE Subject = ada@example.com", .malformedQuery, "unexpected token: 'ada'"),
      ("SELECT Id FROM Task WHERE Subject = :name", .malformedQuery, "Bind variables only allowed in Apex code"),
      ("SELECT Id, COUNT() FROM Task", .malformedQuery, "unexpected token: '('"),
      ("SELECT Status, COUNT(Id) FROM Task GROUP BY Status", .malformedQuery, "unexpected token: '('"),
      ("SELECT Status FROM Task GROUP BY Status", .malformedQuery, "unexpected token: 'GROUP'"),
      ("SELECT Id FROM Task HAVING Id != null", .malformedQuery, "unexpected token: 'HAVING'"),
      ("SELECT Id FROM Task WITH SECURITY_ENFORCED", .malformedQuery, "unexpected token: 'WITH'"),
      ("SELECT Id FROM Task USING SCOPE Mine", .malformedQuery, "unexpected token: 'USING'"),
      ("SELECT Id FROM Task FOR VIEW", .malformedQuery, "unexpected token: 'FOR'"),
      ("SELECT toLabel(Status) FROM Task", .malformedQuery, "unexpected token: '('"),
      ("SELECT (SELECT Id FROM Tasks) FROM Account", .malformedQuery, "unexpected token: '('"),
      ("SELECT TYPEOF What WHEN Account THEN Phone END FROM Task", .malformedQuery, "unexpected token: 'TYPEOF'"),
      ("SELECT Id, Subject name FROM Task", .malformedQuery, "only aggregate expressions use field aliasing"),
      ("SELECT Id, id FROM Task", .invalidField, "duplicate field selected: Id"),
      ("SELECT Owner.Name, Task.Owner.Name FROM Task", .invalidField, "duplicate field selected: Owner.Name"),
      ("SELECT Id, FIELDS(STANDARD) FROM Task", .invalidField, "duplicate field selected: Id"),
      ("SELECT FIELDS(ALL) FROM Task", .malformedQuery, "The SOQL FIELDS function must have a LIMIT of at most 200"),
      (
        "SELECT FIELDS(CUSTOM) FROM Task LIMIT 201", .malformedQuery,
        "The SOQL FIELDS function must have a LIMIT of at most 200"
      ),
      ("SELECT FIELDS(MOST) FROM Task", .malformedQuery, "unexpected token: 'MOST'"),
      ("SELECT Id FROM Task OFFSET 2001", .numberOutsideValidRange, "Maximum SOQL offset allowed is 2000"),
      ("SELECT Id FROM Task WHERE ActivityDate = LAST_DAY", .malformedQuery, "unexpected token: 'LAST_DAY'"),
      ("SELECT Id FROM Task WHERE ActivityDate = LAST_N_DAYS:-1", .malformedQuery, "unexpected token: 'LAST_N_DAYS:'"),
      (
        "SELECT Id FROM Task WHERE SystemModstamp > 2026-11-25T09:30:00", .malformedQuery,
        "unexpected token: '2026-11-25T09:30:00'"
      ),
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
    #expect(refusal.message.hasPrefix("\nSELECT Id, Foo\n           ^\nERROR at Row:1:Column:12\n"))
  }

  @Test("Of a long query the message shows the whole words around the place")
  func excerpt() throws {
    let world = try SmallOrg()
    let refusal = try #require(throws: APIError.self) {
      try world.org.query(
        "SELECT Id\nFROM Task\nWHERE Subject = 'a text that is longer than most' AND Foo = 'x' AND Status = 'In Progress' LIMIT 1",
        by: world.rep, at: world.now)
    }
    #expect(
      refusal.message.hasPrefix(
        "\n= 'a text that is longer than most' AND Foo = 'x' AND Status = 'In Progress'\n"
          + String(repeating: " ", count: 40) + "^\nERROR at Row:3:Column:55\n"), "\(refusal.message)")
  }

  @Test(
    "A semi-join is refused where Salesforce refuses it",
    arguments: [
      ("Contact", "Id IN (SELECT WhoId FROM Task)", "Entity 'Task' is not supported for semi join inner selects"),
      (
        "Task", "Subject IN (SELECT Id FROM Contact)",
        "The left operand field in the where expression for outer query should be an id field, cannot use: 'Subject'"
      ),
      (
        "Task", "WhoId IN (SELECT Name FROM Contact)",
        "semi join sub selects can only query id fields, cannot use: 'Name'"
      ),
      (
        "Task", "WhatId IN (SELECT Id FROM Contact)",
        "The selected field 'Id' in the subquery and the left operand field in the where expression in the outer query "
          + "'WhatId' should point to the same object type"
      ),
      (
        "Contact", "AccountId IN (SELECT AccountId FROM Contact)",
        "The inner and outer selects should not be on the same object type"
      ),
      (
        "Task", "WhoId IN (SELECT Id FROM Contact WHERE AccountId IN (SELECT Id FROM Account))",
        "Nesting of semi join sub-selects is not supported"
      ),
      (
        "Task", "IsClosed = true OR WhoId IN (SELECT Id FROM Contact)",
        "Semi join sub-selects are not allowed with the 'OR' operator"
      ),
      (
        "Task", "IsClosed = true AND (IsDeleted = true OR (WhoId IN (SELECT Id FROM Contact) AND Id != null))",
        "Semi join sub-selects are only allowed at the top level WHERE expressions"
      ),
      (
        "Task", "NOT WhoId IN (SELECT Id FROM Contact)",
        "Semi join sub-selects are only allowed at the top level WHERE expressions"
      ),
      (
        "Task",
        "WhoId IN (SELECT Id FROM Contact) AND WhoId IN (SELECT Id FROM Lead) AND WhatId IN (SELECT Id FROM Account)",
        "Maximum 2 semi join sub-selects are allowed"
      ),
      ("Task", "WhoId IN (SELECT Id FROM Contact LIMIT 1)", "unexpected token: 'LIMIT'"),
      ("Task", "WhoId IN (SELECT Id FROM Contact ORDER BY Id)", "unexpected token: 'ORDER'"),
      ("Task", "WhoId IN (SELECT COUNT() FROM Contact)", "semi join sub selects can only query one field"),
    ])
  func semiJoins(object: String, condition: String, sentence: String) throws {
    let world = try SmallOrg()
    let refusal = try #require(throws: APIError.self) {
      try world.org.query("SELECT Id FROM \(object) WHERE \(condition)", by: world.rep, at: world.now)
    }
    #expect(refusal.code == .malformedQuery)
    #expect(refusal.message.contains(sentence), "\(refusal.message)")
  }

  @Test("A query of more than 100,000 characters is refused")
  func length() throws {
    let world = try SmallOrg()
    let ids = Array(repeating: "'\(world.ada)'", count: 5000).joined(separator: ",")
    let refusal = try #require(throws: APIError.self) {
      try world.org.query("SELECT Id FROM Task WHERE WhoId IN (\(ids))", by: world.rep, at: world.now)
    }
    #expect(refusal.code == .malformedQuery)
  }

  @Test("Hostile nesting is refused, not followed")
  func nesting() throws {
    let world = try SmallOrg()
    for opening in ["(", "NOT ", "WhoId IN (SELECT Id FROM Contact WHERE "] {
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
      "2026-11-25T09:30:00Z", "2026-99-99", "FIELDS(ALL)", "(SELECT Id FROM Contact)", "N_YEARS_AGO:99999", "THIS_WEEK",
      "TODAY", "LAST_N_DAYS:9999999999", "NULL", "COUNT", "COUNT()", ".", "é",
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
    let pattern = QuotedString(raw: String(repeating: "%a", count: 60) + "b").pattern
    #expect(!pattern.matches(Array(String(repeating: "a", count: 5000))[...]))
  }
}
