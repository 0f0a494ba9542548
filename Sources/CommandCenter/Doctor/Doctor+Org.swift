import Foundation
import Localization
import ReminderStore
import ReminderSync
import Reminders
import Salesforce

extension Doctor {
  /// How long an org is waited for.
  private static let patience = Duration.seconds(10)
  /// A clock that is wrong by more delays what is sent, and logins by key are refused.
  private static let clockTolerance: TimeInterval = 60

  private struct Answer: Sendable {
    let user: OrgUser
    let facts: ConnectionFacts
    /// How far the clock here is ahead.
    let clockLead: TimeInterval
  }

  /// What the org tells now; where it does not answer, what it told before.
  func orgFindings(_ store: ReminderStore, _ login: Login) async -> [Finding] {
    do {
      let settings = try store.syncSettings()
      let answer = try await ask(OrgLink(profile: profile, session: login.session).connection, settings)
      let live = try liveWay(store)
      return [ownerFinding(answer.user, try store.syncState())].compactMap(\.self)
        + answer.facts.findings(settings, zone: .current, liveWay: live.way, liveReason: live.reason)
        + [clockFinding(answer.clockLead)]
    } catch {
      return [connectionFinding(error)] + knownFindings(store)
    }
  }

  private func ask(_ org: RESTConnection, _ settings: SyncSettings) async throws -> Answer {
    try await within(Self.patience) {
      let user = try await org.user()
      let facts = try await ConnectionFacts.asked(of: org, as: user, settings: settings, now: Date())
      let now = Date()
      return Answer(user: user, facts: facts, clockLead: now.timeIntervalSince(await org.serverTime() ?? now))
    }
  }

  /// What the org told when it was last connected.
  func knownFindings(_ store: ReminderStore) -> [Finding] {
    guard let facts = try? store.connectionFacts(), let settings = try? store.syncSettings() else { return [] }
    let time = facts.foundAt.formatted(.iso8601)
    let known = Finding("known", localized("Known"), .ok, localized("what follows was found on \(time)"))
    return [known] + facts.findings(settings, zone: .current)
  }

  private func connectionFinding(_ error: any Error) -> Finding {
    let (subject, line) = (localized("Connection", "doctor"), CommandFailure(error).line)
    switch error {
    case OrgError.loginNeeded:
      return Finding("connection", subject, .failure, line, remedy: localized("Log in again: command-center login"))
    case OrgError.refused(let refusal):
      let advice = RefusalAdvice(code: refusal.code)
      return Finding("connection", subject, .failure, line, remedy: "\(advice.explanation) \(advice.remedy)")
    default:
      return Finding(
        "connection", subject, .failure, line,
        remedy: localized(
          "Look at the network, a VPN and a proxy; work goes on here, and is sent when the org can be reached."))
    }
  }

  private func ownerFinding(_ user: OrgUser, _ state: SyncState) -> Finding? {
    guard let known = state.user, known.id != user.id || state.organizationID != user.organizationID else { return nil }
    return Finding(
      "owner", localized("Profile"), .failure,
      localized("the login is of \(user.name), the tasks here are of \(known.name)"),
      remedy: localized(
        "Log in as \(known.name), or keep the other user's tasks in a profile of their own: --profile NAME"))
  }

  private func clockFinding(_ lead: TimeInterval) -> Finding {
    let (subject, seconds) = (localized("Clock"), Int(abs(lead).rounded()))
    guard abs(lead) > Self.clockTolerance else {
      let detail = seconds <= 1 ? localized("as in Salesforce") : localized("\(seconds) s from Salesforce's")
      return Finding("clock", subject, .ok, detail)
    }
    return Finding(
      "clock", subject, .warning,
      localized(lead > 0 ? "\(seconds) s ahead of Salesforce's" : "\(seconds) s behind Salesforce's"),
      remedy: localized(
        "Set this machine's clock, by NTP for example. Nothing is lost by it, but logins by key are refused."))
  }

  /// How changes come, as the process that syncs last said.
  private func liveWay(_ store: ReminderStore) throws -> (way: String?, reason: String?) {
    guard LeaderLock.isHeld(path: profile.lockPath) else {
      let state = try store.syncState()
      if let way = state.liveWay {
        return (localized("nobody listens now; the last time, changes were announced by \(way)"), state.liveReason)
      }
      guard let reason = state.liveReason else {
        return (localized("nobody listens now; whether changes are announced is known when something syncs"), nil)
      }
      return (localized("nobody listens now; the last time, changes were asked for"), reason)
    }
    let status = SyncStatus(following: try store.syncState(), LeaderLock.pulse(path: profile.lockPath))
    return (status.arrivalOfChanges?.way, status.arrivalOfChanges?.whyNotBetter)
  }
}

/// Does something, and gives up when it takes longer.
private func within<Value: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: limit)
      throw OrgError.unreachable(reason: "no answer within \(Int(limit.components.seconds)) s")
    }
    defer { group.cancelAll() }
    guard let first = try await group.next() else { throw OrgError.unreachable(reason: "nothing was asked") }
    return first
  }
}
