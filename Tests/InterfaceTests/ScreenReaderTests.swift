import Foundation
import Reminders
import Terminal
import Testing

@testable import Interface

@Suite("A screen that is read aloud")
struct ScreenReaderTests {
  private func spoken(_ columns: Int = 120, _ rows: Int = 40, status: SyncStatus? = nil) -> State {
    var state = Fixture.state(columns, rows, status: status)
    state.send(.screenReader(true))
    return state
  }

  @Test("Nothing is drawn on any screen: only letters, digits and punctuation", arguments: Sample.all)
  func noDrawings(_ sample: Sample) {
    for size in Sample.sizes {
      var state = sample.state(size, .unicode)
      state.send(.screenReader(true))
      let text = state.picture.text
      let strange = text.unicodeScalars.filter {
        !$0.isASCII && !$0.properties.isAlphabetic && !"“”‘’–…·".unicodeScalars.contains($0)
          && !$0.properties.isEmoji && !$0.properties.isVariationSelector
      }
      #expect(String(String.UnicodeScalarView(strange)) == "")
      #expect(!text.contains("---") && !text.contains("###"))
    }
  }

  @Test("The list has one column on a wide screen too, and the cursor is on the selected task")
  func oneColumn() {
    var state = spoken()
    state.press("j")
    let picture = state.picture
    let row = picture.cursor.map { picture.text(ofRow: $0.row) } ?? ""
    #expect(row.contains("[ ]"))
    #expect(!picture.text.contains("Assignee"))
    state.press("enter")
    #expect(state.picture.text.contains("Assignee"))
  }

  @Test("Nothing changes by time alone, but when a day or a reminder comes")
  func still() {
    var state = spoken()
    let before = state.picture
    #expect(Interface.nextDeadline(state) == state.context.today.end)
    state.send(.time(state.context.now.addingTimeInterval(3_600), state.context.today))
    #expect(state.picture == before)
  }

  @Test("How the sync stands is said once when it changes, and not with every change that is sent")
  func announces() {
    var state = spoken(status: SyncStatus(state: .live))
    state.send(.status(SyncStatus(state: .live)))
    #expect(state.context.notice == nil)
    state.send(.status(SyncStatus(state: .syncing)))
    state.send(.status(SyncStatus(state: .live)))
    #expect(state.context.notice == nil)
    state.send(.status(SyncStatus(state: .offline)))
    #expect(state.context.notice?.text == "Offline")
    let status = state.picture.text(ofRow: 39)
    #expect(status.trimmingCharacters(in: .whitespaces).hasPrefix("Offline"))
    // It stays until a key is typed: the listener is as fast as he is.
    state.send(.time(state.context.now.addingTimeInterval(600), state.context.today))
    #expect(state.picture.text(ofRow: 38).contains("Offline"))
    state.press("j")
    #expect(!state.picture.text(ofRow: 38).contains("Offline"))
  }

  @Test("Turned on again, it says how the sync stands now")
  func onAgain() {
    var state = spoken(status: SyncStatus(state: .live))
    state.send(.status(SyncStatus(state: .live)))
    state.send(.screenReader(false))
    state.send(.status(SyncStatus(state: .offline)))
    state.send(.screenReader(true))
    #expect(state.picture.text(ofRow: 39).trimmingCharacters(in: .whitespaces).hasPrefix("Offline"))
  }

  @Test("What glyphs say is said in words")
  func words() {
    let state = spoken()
    let text = state.picture.text
    for word in ["to send", "refused", "conflict", "high"] { #expect(text.contains(word)) }
  }
}
