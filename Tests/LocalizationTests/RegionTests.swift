import Testing

@testable import Localization

@Suite("How days and numbers are written where the user is")
struct RegionTests {
  private func region(_ name: String) -> Region { Region(dates: LocaleName(name), numbers: LocaleName(name)) }

  @Test(
    "The month comes first in few places, and a week begins on one of three days",
    arguments: [
      ("en_US", Region.DayMonthOrder.monthFirst, Weekday.sunday), ("fil_PH", .monthFirst, .sunday),
      ("en_GB", .dayFirst, .monday), ("en_CA", .dayFirst, .sunday), ("nl_NL", .dayFirst, .monday),
      ("nl", .dayFirst, .monday), ("pt_BR", .dayFirst, .sunday), ("ar_EG", .dayFirst, .saturday),
      ("C", .dayFirst, .monday),
    ])
  func days(name: String, order: Region.DayMonthOrder, firstWeekday: Weekday) {
    #expect(region(name).order == order)
    #expect(region(name).firstWeekday == firstWeekday)
  }

  @Test(
    "Groups of digits have the mark of the language, or that of the country where it is another one",
    arguments: [
      ("C", "1,234,567"), ("en_US", "1,234,567"), ("nl_NL", "1.234.567"), ("de_DE", "1.234.567"),
      ("de_CH", "1'234'567"), ("es_ES", "1.234.567"), ("es_MX", "1,234,567"), ("ja_JP", "1,234,567"),
    ])
  func groups(name: String, text: String) {
    Localization.with(.english, region(name)) {
      #expect(1_234_567.grouped == text)
      #expect(localized("\(1_234_567) tasks") == "\(text) tasks")
      #expect(999.grouped == "999")
    }
  }

  @Test("Dates and numbers may be of two places")
  func categories() {
    let region = Region(["LC_TIME": "en_US.UTF-8", "LC_NUMERIC": "nl_NL.UTF-8", "LANG": "fr_FR"])
    #expect(region.order == .monthFirst && region.groupSeparator == "." && region.decimalSeparator == ",")
  }
}
