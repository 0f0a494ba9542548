import Foundation
import Reminders
import Testing

@Suite("Search terms")
struct SearchTermsTests {
  @Test(
    "The letters that were typed are found in a name, as they stand there",
    arguments: [
      ("ada", "Call Ada", "Ada"), ("al c", "Call Ada, also Carla", "C|al|C"), ("lada", "Call Ada", ""),
      ("nunez we", "Núñez-Weiß", "Núñez|We"), ("weis", "Weiß", "Weiß"), ("中さ", "田中さん", "中さ"), ("中ん", "田中さん", ""),
      ("a", "👩‍👩‍👧‍👦 á", "á"), ("", "Call", ""), ("!", "Call!", ""),
    ])
  func matches(_ typed: String, _ name: String, _ found: String) {
    let letters = Array(name)
    let ranges = SearchTerms(typed).matches(in: name).rangeView.map { String(letters[$0]) }
    #expect(ranges.joined(separator: "|") == found)
  }

  @Test("A letter that is written in two ways is one")
  func normalized() {
    let composed = SearchText.words(of: ReminderFields(name: "한국 が é"))
    #expect(SearchText.words(of: ReminderFields(name: "한국 が é".decomposedStringWithCanonicalMapping)) == composed)
    #expect(SearchTerms("국".decomposedStringWithCanonicalMapping).fit(composed))
  }

  @Test("Nothing is found across two fields")
  func fields() {
    let words = SearchText.words(
      of: ReminderFields(name: "田", person: RecordReference(id: "003", name: "中")))
    #expect(!SearchTerms("田中").fit(words) && SearchTerms("田 中").fit(words))
  }

  @Test("Orders are written as they are read", arguments: ["", "open=name", "agenda=priority completed=newest"])
  func orders(_ text: String) {
    #expect(ListOrders(text)?.text == text)
  }

  @Test("What is no order is refused", arguments: ["name", "open=colour", "attic=name", "open=name=due", "="])
  func noOrders(_ text: String) {
    #expect(ListOrders(text) == nil)
  }
}
