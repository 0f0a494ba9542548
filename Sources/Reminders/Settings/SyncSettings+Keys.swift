extension SyncSettings {
  /// The value of a setting as text; `nil` for a setting that is not of the profile.
  package subscript(key key: SettingKey) -> String? {
    switch key {
    case .sync: isOn ? "on" : "off"
    case .subjectTemplate: subjectTemplate.text
    case .importWindow: importWindow.rawValue
    case .live: live.rawValue
    case .statusOpen: mapping.open
    case .statusCompleted: mapping.completed
    case .priorityNormal: mapping.normal
    case .priorityHigh: mapping.high
    case .externalIDField: externalIDField ?? ""
    case .listOrder: listOrders.text
    case .theme, .language, .screenReader, .notifications, .clientID, .callbackURL, .keyring, .logLevel: nil
    }
  }

  /// Changes a setting by its text.
  ///
  /// - Throws: a `SettingError` that says what the setting takes; nothing is changed then.
  package mutating func set(_ key: SettingKey, to text: String) throws(SettingError) {
    var changed = self
    try changed.assign(text, to: key)
    guard changed.mapping.open != changed.mapping.completed else { throw .sameValue(.statusOpen, .statusCompleted) }
    guard changed.mapping.normal != changed.mapping.high else { throw .sameValue(.priorityNormal, .priorityHigh) }
    self = changed
  }

  /// Takes a value that was checked against the others when it was set; alone it may clash with a default.
  package mutating func assign(_ text: String, to key: SettingKey) throws(SettingError) {
    switch key {
    case .sync: isOn = try SettingError.onOrOff(text, for: key)
    case .subjectTemplate where text == subjectTemplate.text: return
    case .subjectTemplate:
      do throws(SubjectTemplateError) {
        subjectTemplate = try SubjectTemplate(text)
      } catch {
        throw .template(error)
      }
    case .importWindow:
      importWindow = try SettingError.oneOf(text, for: key)
    case .live: live = try SettingError.oneOf(text, for: key)
    case .statusOpen: mapping.open = try SettingError.nonEmpty(text, for: key)
    case .statusCompleted: mapping.completed = try SettingError.nonEmpty(text, for: key)
    case .priorityNormal: mapping.normal = try SettingError.nonEmpty(text, for: key)
    case .priorityHigh: mapping.high = try SettingError.nonEmpty(text, for: key)
    case .externalIDField:
      let isName = text.utf8.allSatisfy(\.isNamePart)
      guard text.isEmpty || isName && text.hasSuffix("__c") else { throw .notAFieldName(text) }
      externalIDField = text.isEmpty ? nil : text
    case .listOrder:
      guard let orders = ListOrders(text) else { throw .notListOrders(text) }
      listOrders = orders
    case .theme, .language, .screenReader, .notifications, .clientID, .callbackURL, .keyring, .logLevel: return
    }
  }
}

extension SettingError {
  package static func onOrOff(_ text: String, for key: SettingKey) throws(SettingError) -> Bool {
    switch text.lowercased() {
    case "on": true
    case "off": false
    default: throw .notOneOf(key: key, value: text, choices: ["on", "off"])
    }
  }

  fileprivate static func oneOf<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, for key: SettingKey
  ) throws(SettingError) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      throw .notOneOf(key: key, value: text, choices: Choice.allCases.map(\.rawValue))
    }
    return choice
  }

  fileprivate static func nonEmpty(_ text: String, for key: SettingKey) throws(SettingError) -> String {
    guard !text.trimmed.isEmpty else { throw .empty(key) }
    return text.trimmed
  }
}

extension UInt8 {
  /// Whether it is a letter, a digit or an underscore of ASCII.
  fileprivate var isNamePart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
