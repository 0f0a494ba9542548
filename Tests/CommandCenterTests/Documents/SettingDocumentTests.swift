import Foundation
import Reminders
import Testing

@Suite("The settings in docs/guide.md")
struct SettingDocumentTests {
  @Test("It tells of every setting, where it lives", arguments: SettingKey.allCases)
  func settings(key: SettingKey) throws {
    let parts = try Document("docs/guide.md").section("Settings").components(separatedBy: "\n**Of the user**")
    try #require(parts.count == 2)
    #expect(parts[key.scope == .profile ? 0 : 1].contains("\n| `\(key.rawValue)` | "))
  }

  @Test("It tells of every field of the subject template")
  func dynamicFields() throws {
    let section = try Document("docs/guide.md").section("Settings")
    for field in SubjectTemplate.DynamicField.allCases { #expect(section.contains("`{{\(field.rawValue)}}`")) }
  }
}
