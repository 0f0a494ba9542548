import Foundation
import Testing

@testable import Salesforce

@Suite("A page of tasks, read without a decoder")
struct TaskPageTests {
  private func both(_ body: String, externalIDField: String? = nil) throws -> (
    QueryPage<TaskRecord>?, QueryPage<TaskRecord>
  ) {
    let data = Data(body.utf8)
    return (
      TaskPageReader.page(data, externalIDField: externalIDField),
      try JSONDecoder.tasks(externalIDField: externalIDField).decode(QueryPage<TaskRecord>.self, from: data)
    )
  }

  private func page(_ rows: String...) -> String {
    #"{"totalSize": 1, "nextRecordsUrl": "\/services\/x", "done": false, "records": [\#(rows.joined(separator: " , "))]}"#
  }

  @Test(
    "It is what a decoder reads",
    arguments: [
      #""Call Zoë & Łukasz 小林 👩‍💻""#, #""a \"quoted\" \\ \/ \b\f\n\r\t""#, #""caf\u00e9 \uD83D\uDE00 x\uD83D\uDE00""#,
      #""""#, "null", #""[]{},: null true""#,
    ])
  func same(subject: String) throws {
    let plain = Samples.task(id: "00T1")
    let row = plain.replacingOccurrences(of: #""Subject":"Call""#, with: #""Subject" : \#(subject)"#)
    let who = Samples.task(id: "00T2", who: #"{"attributes":{"type":"Name","x":[1,-2.5e3,{}]},"Name":"Ann"}"#)
    // Another order, fields that are missing, others that nobody asked for.
    let short = """
      {"": "no name", "Extra__c": {"a": [true, false, null, "]"]}, "SystemModstamp": "2026-11-21T10:11:12.000Z", "Key__c": "k\\u00e9y",
      "LastModifiedDate": "2026-11-21T10:11:12.123+0100", "CreatedDate": "2026-11-20T10:11:12.000+0000", "Id": "00T3"}
      """
    let (fast, slow) = try both(page(row, who, short, plain), externalIDField: "Key__c")
    #expect(fast?.records == slow.records && fast?.nextRecordsUrl == slow.nextRecordsUrl)
    #expect(fast?.records.count == 4 && fast?.records[2].externalID == "kéy" && fast?.nextRecordsUrl == "/services/x")
    let empty = try both(#" {"records":[],"totalSize":0} "#)
    #expect(empty.0?.records == [] && empty.1.records == [])
  }

  @Test("What is not as it should be is left to the decoder, which tells what is wrong")
  func mistakes() throws {
    let row = Samples.task(id: "00T1")
    #expect(TaskPageReader.page(Data(page(row).utf8), externalIDField: nil) != nil)
    var wrong = [
      "", "{}", "[]", #"{"records":{}}"#, String(page(row).dropLast()), page(row) + "x", page(row, ""),
      page(row.replacingOccurrences(of: #""Id":"00T1","#, with: "")),
      page(row.replacingOccurrences(of: #""Id":"00T1""#, with: #""Id":null"#)),
      page(row.replacingOccurrences(of: #""IsDeleted":false"#, with: #""IsDeleted":"no""#)),
      page(row.replacingOccurrences(of: #""CreatedDate":"2026-11-20T"#, with: #""CreatedDate":"20T"#)),
      page(row.replacingOccurrences(of: #""Call""#, with: #""Ca\x""#)),
      page(row.replacingOccurrences(of: #""Call""#, with: #""\uD83D""#)),
      page(row.replacingOccurrences(of: #""Call""#, with: "\"Ca\u{1}ll\"")),
      page(#"{"a":"# + String(repeating: "[", count: 100_000)),
    ]
    let extra = #"01 - 1. 1e .5 +1 "\x" "\uD83D" "\u12" nul"#.split(separator: " ").map { #""Extra":\#($0),"Id""# }
    let keys = [#""\u0049d":"00T2","Id""#, #""é":1,"Id""#, #""Id":"00T2","Id""#]
    for start in extra + keys { wrong.append(page(row.replacingOccurrences(of: #""Id""#, with: start))) }
    wrong.append(#"{"records":[],"records":[]}"#)
    for body in wrong {
      #expect(TaskPageReader.page(Data(body.utf8), externalIDField: nil) == nil, "\(body.prefix(200))")
    }
    // A text that is no UTF-8, also where it is not read.
    for text in ["Call", "/sobjects/"] {
      var data = Data(page(row).utf8)
      let place = try #require(data.firstRange(of: Data(text.utf8)))
      data[place.lowerBound] = 0xFF
      #expect(TaskPageReader.page(data, externalIDField: nil) == nil)
    }
    // Cut anywhere.
    let whole = Data(page(row).utf8)
    for end in 0..<whole.count { #expect(TaskPageReader.page(whole.prefix(end), externalIDField: nil) == nil) }
  }
}
