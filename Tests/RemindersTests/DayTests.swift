import Foundation
import Localization
import Reminders
import Testing

@Suite("Days")
struct DayTests {
  @Test("A day is read from and written as ISO", arguments: ["1970-01-01", "2026-11-25", "2000-02-29", "2100-12-31"])
  func iso(text: String) throws {
    #expect(try #require(Day(iso: text)).iso == text)
  }

  @Test(
    "What is no day is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "26-11-25", "2026-1-1", "2026-11-31", "tomorrow", "2026-11-２5", "",
    ]
  )
  func noDay(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test("Days count on over months, years and leap days")
  func counting() throws {
    var day = try #require(Day(year: 1999, month: 12, day: 31))
    for expected in ["2000-01-01", "2000-01-02"] {
      day = day.adding(days: 1)
      #expect(day.iso == expected)
    }
    #expect(Day(iso: "2000-02-28")?.adding(days: 1).iso == "2000-02-29")
    #expect(Day(iso: "2026-02-28")?.adding(days: 1).iso == "2026-03-01")
  }

  @Test("A month later is the same day, or the last of a shorter month")
  func months() {
    #expect(Day(iso: "2026-01-31")?.adding(months: 1).iso == "2026-02-28")
    #expect(Day(iso: "2026-11-25")?.adding(months: 2).iso == "2027-01-25")
  }

  @Test("Weekdays are right over a long time")
  func weekdays() {
    #expect(Day(iso: "2026-11-25")?.weekday == .wednesday)
    #expect(Day(iso: "1969-12-31")?.weekday == .wednesday)
    #expect(Day(iso: "2000-01-01")?.weekday == .saturday)
  }

  @Test(
    "The local day is the one of the wall clock, also where a day has 23 or 25 hours",
    arguments: [
      ("2026-11-25T23:30:00Z", "Europe/Amsterdam", "2026-11-26", 24),
      ("2026-11-25T02:00:00Z", "America/Los_Angeles", "2026-11-24", 24),
      ("2026-03-29T12:00:00Z", "Europe/Amsterdam", "2026-03-29", 23),
      ("2026-10-25T12:00:00Z", "Europe/Amsterdam", "2026-10-25", 25),
    ])
  func localDay(instant: String, zone: String, day: String, hours: Double) throws {
    let date = try Date(instant, strategy: .iso8601)
    let local = LocalDay(at: date, in: try #require(TimeZone(identifier: zone)))
    #expect(local.day.iso == day)
    #expect(local.start <= date && date < local.end)
    #expect(local.end.timeIntervalSince(local.start) == hours * 3_600)
  }
}
