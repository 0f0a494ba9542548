import Foundation
import Testing

@testable import OrgModel

struct DateTests {
  @Test(
    "Days are read and written",
    arguments: [
      ("1970-01-01", 0), ("2026-11-25", 20_782), ("2024-02-29", 19_782), ("1969-12-31", -1), ("2100-03-01", 47_541),
    ])
  func days(text: String, number: Int) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.number == number)
    #expect(day.description == text)
  }

  @Test(
    "There are no such days",
    arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "26-11-25", "2026-1-5", "2026-11-25T", ""])
  func noSuchDay(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test(
    "Moments are read in every notation that Salesforce takes",
    arguments: [
      "2026-11-25T09:30:00Z", "2026-11-25T09:30:00.000Z", "2026-11-25T09:30:00.000+0000", "2026-11-25T10:30:00+01:00",
      "2026-11-25T04:00:00.0-0530",
    ])
  func moments(text: String) {
    #expect(Timestamp(text)?.description == "2026-11-25T09:30:00.000+0000")
  }

  @Test("Milliseconds survive the way through Date")
  func milliseconds() throws {
    for text in ["2026-11-25T09:30:00.001Z", "2026-11-25T09:30:00.999Z", "2001-01-01T00:00:00.123Z"] {
      let time = try #require(Timestamp(text))
      #expect(Timestamp(time.date) == time)
      #expect(time.zulu == text)
    }
  }

  @Test(
    "These are no moments",
    arguments: [
      "2026-11-25", "2026-11-25T09:30:00", "2026-11-25T24:00:00Z", "2026-11-25T09:60:00Z", "2026-11-25T09:30:00.Z",
      "yesterday",
    ])
  func noMoment(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("A day begins at midnight of its zone, also on the days when the clock changes")
  func startOfDay() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
    for (day, start) in [
      ("2026-11-25", "2026-11-24T23:00:00.000Z"), ("2026-03-29", "2026-03-28T23:00:00.000Z"),
      ("2026-03-30", "2026-03-29T22:00:00.000Z"), ("2026-10-25", "2026-10-24T22:00:00.000Z"),
    ] {
      let midnight = Timestamp(startOf: try #require(CalendarDay(day)), in: zone)
      #expect(midnight.zulu == start)
      #expect(midnight.day(in: zone).description == day)
    }
  }
}
