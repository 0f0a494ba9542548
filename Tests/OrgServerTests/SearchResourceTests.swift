import OrgModel
import Testing

@testable import OrgServer

struct SearchResourceTests {
  @Test("A SOSL search answers with records of several objects")
  func search() async throws {
    try await withServer { _, rep, _ in
      let sosl = try rep.encoded("FIND {ada* OR chlo*} IN NAME FIELDS RETURNING Contact(Id, Name), Lead(Name)")
      let answer = try await rep.api("GET", "search/?q=\(sosl)")
      let records = try #require(answer.json["searchRecords"]?.array)
      #expect(records.map { $0["Name"] } == ["Ada Lovelace", "Chloe Bennett"])
      #expect(records.first?["attributes"]?["type"] == "Contact")
      #expect(
        records.first?["attributes"]?["url"]?.string?.hasPrefix("/services/data/v60.0/sobjects/Contact/003") == true)
    }
  }

  @Test("What is asked of a record behind two objects is answered for each as it was asked")
  func sharedTarget() async throws {
    try await withServer { _, rep, _ in
      let sosl = try rep.encoded(
        "FIND {example*} IN EMAIL FIELDS RETURNING Contact(Id, Owner.Name LIMIT 1), Lead(Id, Owner.Username LIMIT 1)")
      let records = try #require(try await rep.api("GET", "search/?q=\(sosl)").json["searchRecords"]?.array)
      #expect(records.map { $0["Owner"]?["Name"] } == ["Robin Verhoeven", nil])
      #expect(records.map { $0["Owner"]?["Username"] } == [nil, "rep@demo.example"])
    }
  }

  @Test("A search that is wrong is refused")
  func refused() async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.api("GET", "search?q=\(try rep.encoded("FIND {a}"))")
      #expect(answer.status == 400)
      #expect(
        answer.json == [["errorCode": "INVALID_SEARCH", "message": "search term must be longer than one character: a"]])
      #expect(try await rep.api("GET", "search").errorCode == "MALFORMED_SEARCH")
      #expect(try await rep.api("GET", "parameterizedSearch").errorCode == "MISSING_ARGUMENT")
      #expect(
        try await rep.api("GET", "parameterizedSearch?q=ada&overallLimit=x").errorCode == "NUMBER_OUTSIDE_VALID_RANGE")
      #expect(try await rep.api("GET", "parameterizedSearch?q=ada&in=x").errorCode == "INVALID_SEARCH")
      #expect(try await rep.api("GET", "parameterizedSearch?q=ada&sobject=Tusk").errorCode == "INVALID_TYPE")
      #expect(
        try await rep.api("GET", "parameterizedSearch?q=ada&sobject=Contact,contact").errorCode == "MALFORMED_SEARCH")
      let many = JSON.array(Array(repeating: ["name": "Contact"], count: 1000))
      #expect(
        try await rep.api("POST", "parameterizedSearch", ["q": "ada", "sobjects": many]).errorCode
          == "MALFORMED_SEARCH")
    }
  }

  @Test("A parameterized search takes its parameters from the address")
  func byAddress() async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.api(
        "GET",
        "parameterizedSearch/?q=example&in=EMAIL&sobject=Contact&Contact.fields=id,name&Contact.limit=2&sobject=Lead"
          + "&fields=company&defaultLimit=3&overallLimit=4")
      let records = try #require(answer.json["searchRecords"]?.array)
      #expect(records.map { $0["attributes"]?["type"] } == ["Contact", "Contact", "Lead", "Lead"])
      #expect(records.first?.members?.map(\.key) == ["attributes", "Id", "Name"])
      #expect(records.last?.members?.map(\.key) == ["attributes", "Company"])
    }
  }

  @Test("A parameterized search takes its parameters from the body")
  func byBody() async throws {
    try await withServer { _, rep, _ in
      let answer = try await rep.api(
        "POST", "parameterizedSearch",
        [
          "q": "ada", "in": "NAME", "fields": ["Id"], "overallLimit": 10, "defaultLimit": "5",
          "sobjects": [
            ["name": "Contact", "fields": ["Name", "Email"], "where": "Email LIKE 'ada%'", "limit": 1],
            ["name": "User"],
          ],
        ])
      let records = try #require(answer.json["searchRecords"]?.array)
      #expect(records.map { $0["Email"] } == ["ada.lovelace@example.com"])
      let everywhere = try await rep.api("POST", "parameterizedSearch", ["q": "ada"])
      #expect(everywhere.json["searchRecords"]?.array?.first?["Id"]?.string?.hasPrefix("003") == true)
    }
  }
}
