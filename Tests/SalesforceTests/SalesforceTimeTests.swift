import Foundation
import Testing

@testable import Salesforce

@Suite("Date and time values of Salesforce")
struct SalesforceTimeTests {
  @Test(
    "A dateTime is read to the millisecond, in any zone",
    arguments: [
      ("1970-01-01T00:00:00.000+0000", 0.0),
      ("2026-11-24T09:30:00.000+0000", 1_795_512_600),
      ("2026-11-24T09:30:00.250+0000", 1_795_512_600.25),
      ("2026-11-24T09:30:00.2509Z", 1_795_512_600.25),
      ("2026-11-24T09:30:00.2+00:00", 1_795_512_600.2),
      ("2026-11-24T09:30:00Z", 1_795_512_600),
      ("2026-11-24T11:30:00.000+0200", 1_795_512_600),
      ("2026-11-24T04:00:00.000-05:30", 1_795_512_600),
      ("2024-02-29T23:59:60.000Z", 1_709_251_200),
      ("1969-12-31T23:59:59.999Z", -0.001),
      ("1900-03-01T00:00:00Z", -2_203_891_200),
    ])
  func reading(text: String, seconds: Double) {
    #expect(SalesforceTime.date(text) == Date(timeIntervalSince1970: seconds))
  }

  @Test(
    "What is no dateTime is not taken for one",
    arguments: [
      "", "2026-11-24", "2026-11-24T09:30:00", "2026-11-24 09:30:00Z", "2026-13-24T09:30:00Z", "2026-02-29T09:30:00Z",
      "2026-11-24T24:00:00Z", "2026-11-24T09:30:00.Z", "2026-11-24T09:30:00Zx", "2026-11-24T09:30:00+25:00",
      "２026-11-24T09:30:00Z", "-026-11-24T09:30:00Z", "0000-01-01T00:00:00Z",
    ])
  func nonsense(text: String) {
    #expect(SalesforceTime.date(text) == nil)
  }

  @Test("A dateTime is written in UTC with milliseconds, and read back the same, over centuries")
  func writing() {
    #expect(SalesforceTime.text(Date(timeIntervalSince1970: 1_795_512_600.25)) == "2026-11-24T09:30:00.250+0000")
    for step in stride(from: -8_000_000_000.0, to: 60_000_000_000, by: 86_399_123.457) {
      let date = Date(timeIntervalSince1970: (step * 1_000).rounded() / 1_000)
      #expect(SalesforceTime.date(SalesforceTime.text(date)) == date)
    }
  }

  @Test("A date that Salesforce cannot hold is written as the nearest that it can")
  func limits() {
    #expect(SalesforceTime.text(.distantPast) == "1700-01-01T00:00:00.000+0000")
    #expect(SalesforceTime.text(Date(timeIntervalSince1970: 1e15)) == "4000-12-31T00:00:00.000+0000")
  }

  @Test("A text in SOQL stays a text, whatever is in it")
  func quoting() {
    #expect(SOQL.literal("O'Neil \\ \"x\"\n\t") == #"'O\'Neil \\ \"x\"\n\t'"#)
    #expect(SOQL.literal(Date(timeIntervalSince1970: 1_795_512_600)) == "2026-11-24T09:30:00.000Z")
    #expect(SOQL.list(["a", "b'"]) == #"('a','b\'')"#)
  }

  @Test(
    "A moment becomes the date of a header that reads back the same",
    arguments: [
      ("1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
      ("1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
      ("2000-02-29T12:00:01Z", "Tue, 29 Feb 2000 12:00:01 GMT"),
      ("2026-11-25T19:36:14Z", "Wed, 25 Nov 2026 19:36:14 GMT"),
    ])
  func headerDates(moment: String, text: String) throws {
    let date = try #require(SalesforceTime.date(moment))
    #expect(HTTPDate.text(date) == text)
    #expect(HTTPDate.date(text) == date)
  }
}
