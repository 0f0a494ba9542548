import Foundation
import Reminders
import Testing

@Suite("Times as people type them")
struct MomentExpressionTests {
  // Thursday.
  private let today = Day(iso: "2026-11-26") ?? Day(number: 0)

  private func read(_ text: String, zone: String = "UTC", on day: String = "2026-11-30") throws -> String {
    let zone = try #require(TimeZone(identifier: zone))
    let moment = try MomentExpression(DayExpression(today: today), timeZone: zone)
      .read(text, on: try #require(Day(iso: day)))
    return moment.formatted(.iso8601)
  }

  @Test(
    "A day, a time, or both",
    arguments: [
      ("tomorrow 9:00", "2026-11-27T09:00:00Z"), ("14:30", "2026-11-30T14:30:00Z"), ("fri 9am", "2026-11-27T09:00:00Z"),
      ("2026-12-01 08:15", "2026-12-01T08:15:00Z"), ("today", "2026-11-26T09:00:00Z"),
      ("12am", "2026-11-30T00:00:00Z"), ("12:05PM", "2026-11-30T12:05:00Z"), ("in 3 days 7:5", "2026-11-29T07:05:00Z"),
      ("next mon 23:59", "2026-11-30T23:59:00Z"),
    ])
  func meaning(text: String, expected: String) throws {
    #expect(try read(text) == expected)
  }

  @Test("A time is one of the user's zone, also where the clocks change")
  func zones() throws {
    #expect(try read("9:00", zone: "Europe/Amsterdam", on: "2026-07-01") == "2026-07-01T07:00:00Z")
    #expect(try read("9:00", zone: "America/New_York") == "2026-11-30T14:00:00Z")
    // 02:30 does not exist on that day.
    #expect(try read("2:30", zone: "Europe/Amsterdam", on: "2027-03-28") == "2027-03-28T01:30:00Z")
  }

  @Test(
    "What is no time is said to be none", arguments: ["", "soon", "25:00", "9:60", "13pm", "0am", "9", "tomorrow 9 30"])
  func nothing(_ text: String) {
    #expect(throws: ReminderError.self) { try read(text) }
  }

  @Test("A day that does not exist is named")
  func impossible() {
    #expect(throws: ReminderError.noSuchDay("2026-02-30")) { try read("2026-02-30 9:00") }
  }
}
