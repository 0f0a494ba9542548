import Foundation
import Localization
import Salesforce
import Synchronization

/// A request of which no answer came is taken as one that never arrived, and sent again.
struct BlindRetry: OrgDecorator {
  let org: any OrgConnection

  private func unreachable(_ error: OrgError) -> OrgError {
    switch error {
    case .unknownOutcome, .invalidAnswer: .unreachable(reason: "no answer")
    default: error
    }
  }

  func create(_ tasks: [TaskValues]) async throws(OrgError) -> [SaveResult] {
    do throws(OrgError) { return try await org.create(tasks) } catch { throw unreachable(error) }
  }
}

/// Each record of a batch is taken as saved if the request was answered.
struct ResultsIgnored: OrgDecorator {
  let org: any OrgConnection

  func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult] {
    _ = try await org.update(tasks)
    return tasks.map { .saved(id: $0.id) }
  }

  func update(_ task: TaskUpdate, unmodifiedSince instant: Date) async throws(OrgError) -> ConditionalUpdate {
    let result = try await org.update(task, unmodifiedSince: instant)
    return if case .failed = result { .saved } else { result }
  }
}

/// An edit of a task that is gone there makes it anew.
struct UpdateRevives: OrgDecorator {
  /// What was in each task, as it was last read.
  final class Marks: Sendable {
    let texts = Mutex<[String: String]>([:])
  }

  let org: any OrgConnection
  let marks: Marks

  func update(_ task: TaskUpdate, unmodifiedSince instant: Date) async throws(OrgError) -> ConditionalUpdate {
    let result = try await org.update(task, unmodifiedSince: instant)
    guard case .failed(let error) = result, ["ENTITY_IS_DELETED", "NOT_FOUND"].contains(error.code) else {
      return result
    }
    let marked = task.values.merging([.description: .text(marks.texts.withLock { $0[task.id] ?? "" })]) { $1 }
    _ = try await org.create([marked])
    return .saved
  }

  func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] {
    let tasks = try await org.tasks(query)
    marks.texts.withLock { marks in
      for task in tasks { marks[task.id] = task.description }
    }
    return tasks
  }
}

/// A push sends Status and Priority too, whatever was changed.
final class AllFieldsSent: OrgDecorator {
  let org: any OrgConnection
  private let values: Mutex<TaskAbilities?>

  init(_ org: any OrgConnection) {
    self.org = org
    values = Mutex(nil)
  }

  private func whole(_ task: TaskUpdate) -> TaskUpdate {
    let high = values.withLock { $0?.priorities.first ?? "High" }
    return TaskUpdate(id: task.id, values: task.values.merging([.priority: .text(high)]) { first, _ in first })
  }

  func taskAbilities() async throws(OrgError) -> TaskAbilities {
    let abilities = try await org.taskAbilities()
    values.withLock { $0 = abilities }
    return abilities
  }

  func update(_ tasks: [TaskUpdate]) async throws(OrgError) -> [SaveResult] { try await org.update(tasks.map(whole)) }

  func update(_ task: TaskUpdate, unmodifiedSince instant: Date) async throws(OrgError) -> ConditionalUpdate {
    try await org.update(whole(task), unmodifiedSince: instant)
  }
}

/// Whoever is logged in is taken for the first who was.
struct IdentityRemembered: OrgDecorator {
  final class Memory: Sendable {
    let user = Mutex<OrgUser?>(nil)
  }

  let org: any OrgConnection
  let memory: Memory

  func user() async throws(OrgError) -> OrgUser {
    let user = try await org.user()
    return memory.user.withLock { known in
      if known == nil { known = user }
      return known ?? user
    }
  }
}

/// Who is logged in is asked before every query.
struct AsksWhoEachTime: OrgDecorator {
  let org: any OrgConnection

  func tasks(_ query: TaskQuery) async throws(OrgError) -> [TaskRecord] {
    _ = try await org.user()
    return try await org.tasks(query)
  }
}
