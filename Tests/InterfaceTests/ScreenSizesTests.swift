import Foundation
import Localization
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("Every screen at every size")
struct ScreenSizesTests {
  private static let largest = Size(columns: 300, rows: 100)

  @Test("It looks as its snapshots, in UTF-8 and ASCII", arguments: Sample.all)
  func looks(_ sample: Sample) throws {
    var pictures: [String] = []
    for size in Sample.sizes {
      for (glyphs, words) in [(Glyphs.unicode, "UTF-8"), (.ascii, "ASCII")] {
        let heading = "\(size.columns)x\(size.rows), \(words) "
        let line = heading.padding(toLength: size.columns, withPad: "=", startingAt: 0)
        pictures.append(line + "\n" + sample.state(size, glyphs).picture.text)
      }
    }
    try Snapshot.expect(
      pictures.joined(separator: "\n\n"), named: "Screens/\(sample.name)", shows: sample.shows)
  }

  @Test("It looks as its snapshots in the other languages", arguments: LanguageTests.codes, Sample.all)
  func looks(_ code: String, _ sample: Sample) throws {
    try Localization.with(LanguageTests.language(code)) {
      let picture = sample.state(Sample.sizes[0], .unicode).picture.text
      try Snapshot.expect(picture, named: "Languages/\(code)/\(sample.name)", shows: sample.shows)
    }
  }

  @Test(
    "Without UTF-8 nothing is beyond ASCII but letters of names, and quotes, for which the driver has others",
    arguments: Sample.all)
  func isASCII(_ sample: Sample) {
    for size in Sample.sizes {
      let strange = sample.state(size, .ascii).picture.text
        .filter { !$0.isASCII && !"“”‘’".contains($0) && !$0.isLetter }
      #expect(strange == "")
    }
  }

  @Test("A resize in it breaks nothing, and what the keys are about stays in view", arguments: Sample.all)
  func resizes(_ sample: Sample) {
    var state = sample.state(Sample.sizes[0], .unicode)
    let hasCursor = state.picture.cursor != nil
    for size in [Interface.smallestSize, Self.largest, Size(columns: 12, rows: 4), Interface.smallestSize] {
      state.send(.terminal(.resize(size)))
      let picture = state.picture
      #expect(picture.size == size)
      guard state.context.isLargeEnough, hasCursor else { continue }
      #expect(picture.cursor.map(picture.bounds.contains) == true, "\(size)")
    }
  }

  @Test(
    "A question says all keys that answer it, at the smallest size too",
    arguments: Sample.all.filter {
      ["snooze", "filter-menu", "sort-menu", "agenda-vanishing", "log-out", "profiles-delete", "reminder-menu"]
        .contains($0.name)
    })
  func saysKeys(_ sample: Sample) {
    let state = sample.state(Interface.smallestSize, .unicode)
    let scopes = (state.screens.last?.scopes ?? []).filter { $0 != .always }
    for binding in state.keys.bindings(in: scopes) {
      guard let key = binding.names.first, let word = binding.hint else { continue }
      #expect(state.picture.text.contains("\(key) \(word)"))
    }
  }
}
