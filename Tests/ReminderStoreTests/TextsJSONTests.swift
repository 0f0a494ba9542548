import Foundation
import Testing

@testable import ReminderStore

struct TextsJSONTests {
  @Test(
    "Texts are the same when they are read from their JSON",
    arguments: [[], [""], ["00T1"], ["00T1", "00T2", "é"], ["a \" quote", "back\\slash"], ["line\nbreak", "00T1"]])
  func sameTexts(_ texts: [String]) throws {
    #expect(try JSONDecoder().decode([String].self, from: Data(texts.json.utf8)) == texts)
  }
}
