import Reminders
import Testing

@Suite("Settings")
struct SettingsTests {
  @Test(
    "A value that a setting does not take is refused, and nothing changes",
    arguments: [
      (SettingKey.sync, "maybe"), (.importWindow, "all"), (.subjectTemplate, "{{x}}"), (.statusOpen, " "),
      (.statusOpen, "Completed"), (.priorityHigh, "Normal"), (.externalIDField, "Id"), (.externalIDField, "a b__c"),
      (.live, "yes"),
    ])
  func refused(key: SettingKey, value: String) {
    var settings = SyncSettings()
    #expect(throws: SettingError.self) { try settings.set(key, to: value) }
    #expect(settings == SyncSettings())
  }

  @Test(
    "What is set is what is shown",
    arguments: [
      (SettingKey.sync, "on"), (.importWindow, "recent"), (.subjectTemplate, "{{activity_type}} x"),
      (.statusOpen, "Open"), (.externalIDField, "Command_Center_Id__c"), (.externalIDField, ""),
      (.live, "off"), (.live, "own"), (.live, "on"),
    ])
  func accepted(key: SettingKey, value: String) throws {
    var settings = SyncSettings()
    try settings.set(key, to: value)
    #expect(settings[key: key] == value)
  }

  @Test(
    "Bell and desktop can each be turned off",
    arguments: [
      ("on", true, true), ("all", true, true), ("bell", true, false), ("Desktop", false, true), ("off", false, false),
    ])
  func notifications(value: String, rings: Bool, showsOnDesktop: Bool) throws {
    let ways = try Notifications(value)
    #expect(ways.rings == rings && ways.showsOnDesktop == showsOnDesktop)
    #expect(throws: SettingError.self) { try Notifications("loud") }
  }

  @Test("An unknown setting is answered with those that exist")
  func unknown() {
    #expect(throws: SettingError.unknownKey("colour")) { try SettingKey(named: "colour") }
    #expect(SettingError.unknownKey("colour").description.contains("subject_template"))
  }
}
