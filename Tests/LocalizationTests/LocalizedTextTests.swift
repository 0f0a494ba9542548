import Testing

@testable import Localization

@Suite("Texts with places")
struct LocalizedTextTests {
  @Test(
    "A form takes the arguments in their order, or by their numbers; what is no place stays",
    arguments: [
      ("{} und {}", "a und b"), ("{2} vor {1}", "b vor a"), ("{2}, {}", "b, a"), ("nur {}", "nur a"), ("", ""),
      ("{1}{1}", "aa"), ("{} {3}", "a {3}"), ("{} {0} {x}", "a {0} {x}"), ("{} {", "a {"), ("{} }", "a }"),
      ("{{}}", "{a}"), ("{} {} {}", "a b {}"),
    ])
  func filling(form: String, text: String) {
    #expect(LocalizedText("{} and {}", ["a", "b"]).filling(form) == text)
  }

  @Test("What an argument says is never taken for a place, nor braces for one where there is no argument")
  func strangers() {
    let name = "{} {2}"
    #expect(localized("Deleted “\(name)” of \("{}")") == "Deleted “{} {2}” of {}")
    #expect(localized("Write {} here") == "Write {} here")
  }

  @Test("The outline of a text says in English what it says, and not about what")
  func outline() {
    let text = LocalizedText("\("Ada") has \(1_000) tasks: \(LocalizedText("see \("Acme")"))")
    #expect(Localization.with(.english) { text.outline } == "… has 1,000 tasks: see …")
    #expect(LocalizedText(verbatim: "Ada").outline == "…")
    #expect(LocalizedText("connection refused").outline == "connection refused")
  }

  @Test("A text that the language does not have is English; a sense tells two of one text apart")
  func senses() {
    let language = Language(
      code: "xx", name: "X", calendar: Language.english.calendar,
      texts: ["Open|verb": .text("Openen"), "Close": .text("Sluiten"), "Deleted “{}”": .text("“{}” verwijderd")],
      plural: .oneOrOther, typedWords: [:])
    Localization.with(language) {
      #expect(localized("Open", "verb") == "Openen")
      #expect(localized("Open") == "Open")
      #expect(localized("Close") == "Sluiten")
      #expect(localized("Deleted “\("Ada")”") == "“Ada” verwijderd")
      Localization.with(.english) { #expect(localized("Close") == "Close") }
    }
    #expect(localized("Open", "verb") == "Open")
  }

  @Test("A text in a text is said in the language of the whole; it is the same as one that reads like it")
  func nested() {
    let language = Language(
      code: "xx", name: "X", calendar: Language.english.calendar,
      texts: ["Offline: {}": .text("Zonder net: {}"), "no answer from {}": .text("geen antwoord van {}")],
      plural: .oneOrOther, typedWords: [:])
    let reason = LocalizedText("no answer from \("Ada")")
    let text = LocalizedText("Offline: \(reason)")
    Localization.with(language) {
      #expect(localized(text) == "Zonder net: geen antwoord van Ada" && "\(text)" == localized(text))
      #expect(text.english == "Offline: no answer from Ada")
      #expect(localized(LocalizedText(verbatim: text.english)) == text.english)
    }
    #expect(text == LocalizedText(verbatim: "Offline: no answer from Ada"))
    #expect(Set([text, "Offline: no answer from Ada", "Offline: {}"]).count == 2)
  }
}
