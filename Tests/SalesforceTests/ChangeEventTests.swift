import Foundation
import Testing

@testable import Salesforce

/// Source: Change Data Capture Developer Guide, "ChangeEventHeader Fields", "Gap Events", "Overflow Events".
@Suite("What a change event says")
struct ChangeEventTests {
  private func message(_ header: String, _ fields: String = "") throws -> BayeuxMessage {
    let text = #"""
      [{"channel":"/data/TaskChangeEvent","data":{"schema":"x","payload":{\#(fields)"ChangeEventHeader":{
      "commitNumber":10708862000001,"commitUser":"0051","sequenceNumber":1,"entityName":"Task",\#(header),
      "changeOrigin":"com/salesforce/api/rest/67.0;client=x","transactionKey":"k","commitTimestamp":1795608000000}},
      "event":{"replayId":21}}}]
      """#
    let messages: [BayeuxMessage] = try HTTPAnswer.json(text).decoded()
    return try #require(messages.first)
  }

  @Test("A new task has its owner; of a change the owner is told only if it changed; one event may be about many")
  func owners() throws {
    let created = try message(
      #""changeType":"CREATE","recordIds":["00T1"],"changedFields":[]"#, #""Subject":"Call","OwnerId":"0051","#)
    #expect(created.announcements == [Announcement(id: "00T1", owner: "0051")])
    let changed = try message(
      #""changeType":"UPDATE","recordIds":["00T1","00T2"],"changedFields":["Subject"]"#, #""Subject":"Call","#)
    #expect(changed.announcements == ["00T1", "00T2"].map { Announcement(id: $0, owner: nil) })
    let given = try message(
      #""changeType":"UPDATE","recordIds":["00T1","00T2"],"changedFields":["OwnerId"]"#, #""OwnerId":"0052","#)
    #expect(given.announcements == ["00T1", "00T2"].map { Announcement(id: $0, owner: "0052") })
    let deleted = try message(#""changeType":"DELETE","recordIds":["00T3"]"#)
    #expect(deleted.announcements == [Announcement(id: "00T3", owner: nil)])
    for message in [created, changed, given, deleted] {
      #expect(message.isEvent && message.replayID == 21 && !message.hidesChanges)
    }
  }

  @Test(
    "What does not tell all asks for a look at everything; the tasks that it names are told all the same",
    arguments: [
      (#""changeType":"GAP_UPDATE","recordIds":["00T1"]"#, ["00T1"]),
      (#""changeType":"GAP_CREATE","recordIds":["00T1","00T2"]"#, ["00T1", "00T2"]),
      (#""changeType":"GAP_OVERFLOW","recordIds":["000000000000000AAA"]"#, []),
      (#""changeType":"UPDATE","recordIds":["00T*"]"#, []), (#""changeType":"UPDATE","recordIds":[]"#, []),
      (#""changeType":"UPDATE","recordIds":7"#, []), (#""changeType":7,"recordIds":["00T1"]"#, []),
      (#""recordIds":["00T1"]"#, ["00T1"]),
    ])
  func hidden(header: String, ids: [String]) throws {
    let message = try message(header)
    #expect(message.hidesChanges)
    #expect(message.announcements.map(\.id) == ids)
  }

  @Test(
    "An event of anything else hides what it is about", arguments: ["{}", "7", #"{"payload":{}}"#, #"{"sobject":{}}"#])
  func nonsense(data: String) throws {
    let text = #"[{"channel":"/data/TaskChangeEvent","data":\#(data)}]"#
    let messages: [BayeuxMessage] = try HTTPAnswer.json(text).decoded()
    #expect(messages.first?.isEvent == true && messages.first?.hidesChanges == true)
  }
}
