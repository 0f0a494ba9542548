import Localization
import Reminders
import Testing

@Suite("Dates as people type them, on Wednesday 25 November 2026")
struct DayExpressionTests {
  static let today = Day(iso: "2026-11-25") ?? Day(number: 0)

  @Test(
    "A date is read",
    arguments: [
      ("today", "2026-11-25"), ("Tomorrow", "2026-11-26"), ("yesterday", "2026-11-24"),
      ("fri", "2026-11-27"), ("wednesday", "2026-12-02"), ("tue", "2026-12-01"),
      ("next mon", "2026-11-30"), ("next fri", "2026-12-04"), ("next week", "2026-11-30"),
      ("next month", "2026-12-01"),
      ("+3d", "2026-11-28"), ("2w", "2026-12-09"), ("1m", "2026-12-25"),
      ("in 3 days", "2026-11-28"), ("in a week", "2026-12-02"), ("in 2 months", "2027-01-25"),
      ("dec 1", "2026-12-01"), ("1 dec", "2026-12-01"), ("december 24", "2026-12-24"), ("jan 5", "2027-01-05"),
      ("5 jan 2028", "2028-01-05"), ("nov 25", "2026-11-25"), ("feb 29", "2028-02-29"),
      ("1/12", "2026-12-01"), ("1/12/2027", "2027-12-01"), ("2026-12-01", "2026-12-01"),
      ("eow", "2026-11-29"), ("eom", "2026-11-30"),
    ])
  func reading(text: String, expected: String) {
    #expect(DayExpression(today: Self.today).read(text) == Day(iso: expected).map { .day($0) })
  }

  @Test("Where the month comes first, 1/12 is in January")
  func monthFirst() {
    let american = LocaleName("en_US.UTF-8")
    Localization.with(.english, Region(dates: american, numbers: american)) {
      #expect(DayExpression(today: Self.today).read("1/12") == Day(iso: "2027-01-12").map { .day($0) })
    }
  }

  @Test("A date that does not exist is told from text that is none")
  func impossible() {
    let expression = DayExpression(today: Self.today)
    for text in ["2026-02-30", "31/2", "feb 30", "31 nov"] { #expect(expression.read(text) == .impossible(text)) }
    for text in ["", "call", "+3x", "3", "a/b", "fr", "next", "next year end", "99999d"] {
      #expect(expression.read(text) == .none)
    }
  }
}
