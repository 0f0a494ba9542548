import ArgumentParser
import Foundation
import Localization
import Log
import Logging
import ReminderStore
import Reminders

/// An org and its tasks, or tasks without an org: one store, one login.
struct Profile: Sendable {
  let name: String
  let places: Places

  /// - Throws: `ProfileNameError` for a name that is no file name.
  init(_ name: String, _ places: Places) throws(ProfileNameError) {
    self.name = try ProfileName.validated(name)
    self.places = places
  }

  var storePath: String { places.data.appending(path: "\(name).sqlite").path }
  var lockPath: String { places.data.appending(path: "\(name).lock").path }
  /// Is locked by the screens that are open.
  var screensPath: String { places.data.appending(path: "\(name).screens").path }
  /// Is locked while the login is read, renewed and written.
  var loginLockPath: String { places.data.appending(path: "\(name).login.lock").path }
  var credentialPath: String { places.data.appending(path: "\(name).credentials.json").path }

  var exists: Bool { FileManager.default.fileExists(atPath: storePath) }

  /// Opens the store, and makes it where there is none; what was in the trash for too long is forgotten.
  func openStore() throws -> ReminderStore {
    try places.make()
    let store = try logging { () throws(StoreError) in try ReminderStore(path: storePath) }
    // It can wait: a disk that is full, or another that writes, must not keep the store from being opened.
    try? store.emptyTrashWhileOff(at: Date())
    return store
  }

  /// What a file came to is of interest where something is wrong with it later.
  private func logging(_ opening: () throws(StoreError) -> ReminderStore) throws -> ReminderStore {
    do throws(StoreError) {
      let store = try opening()
      if !store.migrations.isEmpty {
        let versions = store.migrations.joined(separator: ", ")
        LogFile.logger(self).info("migrated the store", metadata: ["versions": .shown(versions)])
      }
      return store
    } catch {
      if error.isFault {
        LogFile.logger(self).error("store not opened", metadata: ["reason": .shown(error.outline)])
      }
      throw error
    }
  }

  /// Opens the store to change something in it; makes none where there is none.
  func openPresentStore() throws -> ReminderStore {
    try checkPresence()
    return try exists ? openStore() : emptyStore()
  }

  /// Opens the store to look at it, without waiting for anybody who writes; makes none where there is none.
  func openStoreToRead() throws -> ReminderStore {
    try checkPresence()
    guard exists else { return try emptyStore() }
    return try logging { () throws(StoreError) in try ReminderStore(reading: storePath) }
  }

  /// What stands for a store that is not there yet.
  func emptyStore() throws -> ReminderStore { try ReminderStore(inMemory: { ReminderID.random() }) }

  /// The standard profile is there before it has anything; another one of which there is nothing is a slip of the pen.
  func checkPresence() throws {
    guard exists || name == ProfileName.standard else {
      throw CommandFailure(
        "There is no profile “\(name)”: command-center profiles shows those that there are.", code: Exit.usage)
    }
  }

  /// Removes the store and the login; the caller holds the leader lock.
  ///
  /// The files that are locked stay, empty: another process may wait at them.
  func erase() {
    truncate(lockPath, 0)
    for path in [storePath, storePath + "-wal", storePath + "-shm", credentialPath, screensPath] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }
}

/// The options of every command.
struct ProfileOptions: ParsableArguments {
  @Option(help: "The profile: one org and its tasks.", completion: .custom(Completions.profiles))
  var profile = ProfileName.standard

  func resolve() throws -> Profile { try Profile(profile, Places()) }
}
