import Testing

@testable import OrgModel

struct DateLiteralTests {
  @Test(
    "A date literal means the days that the SOQL reference says, on Wednesday 2026-11-25",
    arguments: [
      ("YESTERDAY", "2026-11-24", "2026-11-24"), ("today", "2026-11-25", "2026-11-25"),
      ("TOMORROW", "2026-11-26", "2026-11-26"), ("LAST_WEEK", "2026-11-15", "2026-11-21"),
      ("THIS_WEEK", "2026-11-22", "2026-11-28"), ("NEXT_WEEK", "2026-11-29", "2026-12-05"),
      ("LAST_MONTH", "2026-10-01", "2026-10-31"), ("THIS_MONTH", "2026-11-01", "2026-11-30"),
      ("NEXT_MONTH", "2026-12-01", "2026-12-31"), ("LAST_QUARTER", "2026-07-01", "2026-09-30"),
      ("THIS_QUARTER", "2026-10-01", "2026-12-31"), ("NEXT_QUARTER", "2027-01-01", "2027-03-31"),
      ("LAST_YEAR", "2025-01-01", "2025-12-31"), ("THIS_YEAR", "2026-01-01", "2026-12-31"),
      ("NEXT_YEAR", "2027-01-01", "2027-12-31"), ("THIS_FISCAL_QUARTER", "2026-10-01", "2026-12-31"),
      ("LAST_FISCAL_YEAR", "2025-01-01", "2025-12-31"), ("LAST_90_DAYS", "2026-08-27", "2026-11-25"),
      ("NEXT_90_DAYS", "2026-11-26", "2027-02-23"), ("LAST_N_DAYS:1", "2026-11-24", "2026-11-25"),
      ("NEXT_N_DAYS:2", "2026-11-26", "2026-11-27"), ("N_DAYS_AGO:2", "2026-11-23", "2026-11-23"),
      ("LAST_N_WEEKS:2", "2026-11-08", "2026-11-21"), ("NEXT_N_WEEKS:1", "2026-11-29", "2026-12-05"),
      ("N_WEEKS_AGO:2", "2026-11-08", "2026-11-14"), ("LAST_N_MONTHS:11", "2025-12-01", "2026-10-31"),
      ("NEXT_N_MONTHS:2", "2026-12-01", "2027-01-31"), ("N_MONTHS_AGO:12", "2025-11-01", "2025-11-30"),
      ("LAST_N_QUARTERS:1", "2026-07-01", "2026-09-30"), ("N_QUARTERS_AGO:4", "2025-10-01", "2025-12-31"),
      ("NEXT_N_YEARS:2", "2027-01-01", "2028-12-31"), ("N_YEARS_AGO:1", "2025-01-01", "2025-12-31"),
      ("LAST_N_FISCAL_QUARTERS:2", "2026-04-01", "2026-09-30"), ("N_FISCAL_YEARS_AGO:1", "2025-01-01", "2025-12-31"),
    ])
  func days(word: String, first: String, last: String) throws {
    let today = try #require(CalendarDay("2026-11-25"))
    let days = try #require(DateLiteral(word)).days(on: today)
    #expect(days.lowerBound.description == first)
    #expect(days.upperBound.adding(days: -1).description == last)
  }

  @Test(
    "There are no such date literals",
    arguments: [
      "", "NOW", "LAST_DAY", "THIS_DAY", "NEXT_DAYS", "LAST_N_DAYS", "LAST_N_DAYS:", "LAST_N_DAYS:x", "LAST_N_DAYS:-1",
      "LAST_N_DAYS:1:2", "LAST_N_DAY:1", "N_DAYS_AGO", "TODAY:1", "LAST_N_DAYS:100001",
      "LAST_N_DAYS:99999999999999999999",
    ])
  func noSuchLiteral(word: String) {
    #expect(DateLiteral(word) == nil)
  }

  @Test("A literal that leads out of the calendar stays at its end")
  func extremes() throws {
    let today = try #require(CalendarDay("2026-11-25"))
    #expect(try #require(DateLiteral("LAST_N_YEARS:100000")).days(on: today).lowerBound.description == "0001-01-01")
    #expect(try #require(DateLiteral("NEXT_N_YEARS:100000")).days(on: today).upperBound.description == "9999-12-01")
  }
}
