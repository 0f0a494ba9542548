import Foundation
import Log
import ReminderStore
import Reminders

/// What is known of who the user is and where he works, to look for it in what is told to others.
struct KnownNames {
  /// What is looked for, and what is put in its place; the longest first.
  private var names: [(name: String, word: String)] = []

  init(_ profile: Profile, _ environment: [String: String]) {
    let places = profile.places
    if places.isPortable { add(places.data.path, "$COMMAND_CENTER_HOME") }
    add(environment["HOME"] ?? NSHomeDirectory(), "~")
    for name in ProfileList(profile.places).names + [profile.name] {
      if let other = try? Profile(name, profile.places), other.alias != name { add(name, other.alias) }
    }
    add(loginOf: profile)
    if profile.exists, let store = try? profile.openStoreToRead() { add(store) }
    names.sort { $0.name.count > $1.name.count }
  }

  private mutating func add(_ store: ReminderStore) {
    if let state = try? store.syncState() {
      add(address: state.org)
      add(state.user?.name, "<user>")
    }
    if let facts = try? store.connectionFacts() {
      add(facts.userName, "<user>")
      add(user: facts.username)
      add(facts.organization.name, "<org>")
    }
    if let settings = try? store.syncSettings() { add(settings.externalIDField, "<field>") }
  }

  private mutating func add(loginOf profile: Profile) {
    guard let known = try? Credentials(profile).known else { return }
    add(address: known.instance)
    switch known.method {
    case .browser(let clientID): add(clientID, "<client id>")
    case .salesforceCLI(let username): add(user: username)
    case .key(let key):
      add(user: key.username)
      add(key.clientID, "<client id>")
      add(key.keyFile, "<key file>")
      add(address: key.login)
    case .token: break
    }
  }

  /// An e-mail address, and its host, which is mostly that of a company.
  private mutating func add(user: String) {
    add(user, "<user>")
    add(user.split(separator: "@").last.map(String.init), "<user's host>")
  }

  /// That of an org, which begins with its name; those that everybody has are no secret.
  private mutating func add(address: String?) {
    guard let host = address.flatMap({ URLComponents(string: $0)?.host }) else { return }
    guard !["login.salesforce.com", "test.salesforce.com", "localhost", "127.0.0.1", "::1"].contains(host) else {
      return
    }
    add(host, "<org>")
    add(host.split(separator: ".").first.map(String.init), "<org>")
  }

  /// What is very short would be found in any word.
  private mutating func add(_ name: String?, _ word: String) {
    guard let name, name.count > 3 else { return }
    names.append((name, word))
  }

  func removed(from text: String) -> String {
    names.reduce(text) { text, known in
      text.replacingOccurrences(of: known.name, with: known.word, options: .caseInsensitive)
    }
  }
}
