package import Foundation

extension ConnectionFacts {
  /// All that a user should know of the connection, in the order of a screen.
  ///
  /// - Parameters:
  ///   - zone: the time zone here.
  ///   - liveWay: how changes there reach this program, in words; `nil` where it is not known.
  ///   - liveReason: why there is no better way.
  ///   - calls: the API calls that are used, where more is known of them than at the connection.
  ///   - now: for how old that is; `nil` leaves it out.
  package func findings(
    _ settings: SyncSettings, zone: TimeZone, liveWay: String? = nil, liveReason: String? = nil,
    calls: KnownCalls? = nil, at now: Date? = nil
  ) -> [Finding] {
    [organizationFinding, Finding("apiVersion", "API version", .ok, apiVersion), userFinding, timeZoneFinding(zone)]
      + taskFindings + fieldFindings + mappingFindings(settings)
      + [createFinding, externalIDFinding(settings), usageFinding(calls, at: now)].compactMap(\.self)
      + liveFinding(settings, liveWay, liveReason)
  }

  private var organizationFinding: Finding {
    let org = organization
    let facts = [org.name, org.edition, org.instance].compactMap(\.self)
    return Finding(
      "organization", "Org", .ok,
      (facts.isEmpty ? "its name cannot be read by this user" : facts.joined(separator: ", "))
        + (org.isSandbox ? "; a sandbox" : ""))
  }

  private var userFinding: Finding { Finding("user", "User", .ok, "\(userName) (\(username))") }

  /// A due day is a day wherever one is, but a reminder is a moment.
  private func timeZoneFinding(_ here: TimeZone) -> Finding {
    guard let name = timeZone, let there = TimeZone(identifier: name) else {
      return Finding("timeZone", "Time zone", .ok, "here \(here.identifier), there not known")
    }
    guard there.secondsFromGMT(for: foundAt) != here.secondsFromGMT(for: foundAt) else {
      return Finding("timeZone", "Time zone", .ok, "\(here.identifier) here, \(name) there: the same time")
    }
    return Finding(
      "timeZone", "Time zone", .warning, "\(here.identifier) here, \(name) there",
      remedy:
        "Reminders are shown in the time here; due dates are the same. If a zone is wrong, set it in Salesforce or here."
    )
  }

  private var createFinding: Finding {
    let way = "new tasks are kept from being made twice by \(createWay)"
    return Finding(
      "userInterfaceAPI", "New tasks", .ok,
      isTaskInUserInterfaceAPI ? way : "\(way); the User Interface API does not make tasks for this user")
  }

  private func externalIDFinding(_ settings: SyncSettings) -> Finding? {
    guard let name = settings.externalIDField else { return nil }
    func trouble(_ detail: String) -> Finding {
      Finding(
        "externalIDField", "External Id", .warning, "\(name) \(detail)",
        remedy: "It is not used. Ask your administrator for a text field of Task, 32 characters or longer, external Id,"
          + " unique, and editable for you; or empty the setting external_id_field.",
        setting: .externalIDField)
    }
    guard let field = externalIDFields.first(where: { $0.name == name }) else {
      return trouble("is no external Id field of Task that you can see")
    }
    if !field.isUnique { return trouble("is not unique") }
    if !field.isCreateable { return trouble("cannot be filled in by you") }
    if !field.holdsKeys { return trouble("is no text of 32 characters") }
    return Finding("externalIDField", "External Id", .ok, "\(name) is unique, and yours to fill in")
  }

  private func usageFinding(_ calls: KnownCalls?, at now: Date?) -> Finding? {
    let known = usage.map { KnownCalls(used: $0.used, limit: $0.limit, at: foundAt) }
    let latest = [calls, known].compactMap(\.self).max { $0.at < $1.at }
    guard let latest, latest.limit > 0 else { return nil }
    let percent = latest.used * 100 / latest.limit
    let age = now.map { ", \(latest.age(at: $0))" } ?? ""
    let detail = "\(latest.used) of \(latest.limit) calls of the last 24 hours (\(percent) %)\(age)"
    guard percent > 80 else { return Finding("apiUsage", "API calls", .ok, detail) }
    return Finding(
      "apiUsage", "API calls", .warning, detail,
      remedy: "The whole org shares them. Command Center asks less often until there are more again; your administrator"
        + " sees in Setup, System Overview, who uses them.")
  }

  private func liveFinding(_ settings: SyncSettings, _ way: String?, _ reason: String?) -> [Finding] {
    guard let way else { return [] }
    guard let reason else { return [Finding("live", "Live", .ok, way)] }
    // Off, as the user chose.
    if settings.live == .off { return [Finding("live", "Live", .ok, "\(way): \(reason)")] }
    return [
      Finding(
        "live", "Live", .warning, "\(way): \(reason)",
        remedy: "Nothing is lost by it, changes there only come a little later.")
    ]
  }
}
