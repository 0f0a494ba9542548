import Foundation
import Log
import Logging
import ReminderStore
import Reminders
import Salesforce

/// What the log tells of the sync.
extension SyncLoop {
  /// How many requests and how much time something takes, from now on.
  typealias Measure = (requests: Int, time: @Sendable () -> Duration)

  func measure() async -> Measure { (await org.requestCount(), environment.clock.stopwatch()) }

  /// What was done; that there was nothing is of interest only to who looks closely.
  func log(_ report: SyncReport, of work: String, _ measure: Measure) async {
    let requests = await org.requestCount() - measure.requests
    environment.logger.log(
      level: report == SyncReport() && work != "import" ? .debug : .info, "synced",
      metadata: [
        "work": .shown(work), "pulled": .shown(report.pulled), "pushed": .shown(report.pushed),
        "deleted": .shown(report.deleted), "conflicts": .shown(report.conflicts), "refused": .shown(report.refused),
        "requests": .shown(requests), "ms": .shown(measure.time().milliseconds),
      ])
  }

  func log(_ problem: SyncProblem) {
    var level = Logger.Level.warning
    if case .store(let error) = problem, error.isFault { level = .error }
    environment.logger.log(
      level: level, "sync failed",
      metadata: ["reason": .shown(problem.outline), "message": .content(problem.english)])
  }

  /// Another state of the indicator, but for those of a moment.
  func log(_ state: SyncStatus.State) {
    if state == .syncing || state == .connecting || state.name == loggedState { return }
    loggedState = state.name
    var facts: Logger.Metadata = ["name": .shown(state.name)]
    switch state {
    case .waiting(let until): facts["until"] = .shown(until.formatted(.iso8601))
    case .polling(let every): facts["seconds"] = .shown(Int(every.inSeconds))
    default: break
    }
    environment.logger.info("state", metadata: facts)
  }
}

extension SyncAgenda.Work {
  var name: String {
    switch self {
    case .push: "push"
    case .pull: "pull"
    case .fetch: "fetch"
    case .daily(let part): "daily \(part)"
    }
  }
}
