package import Foundation
import Localization

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
    [
      organizationFinding, Finding("apiVersion", localized("API version"), .ok, apiVersion), userFinding,
      timeZoneFinding(zone),
    ]
      + taskFindings + fieldFindings + mappingFindings(settings)
      + [createFinding, externalIDFinding(settings), usageFinding(calls, at: now)].compactMap(\.self)
      + liveFinding(settings, liveWay, liveReason)
  }

  private var organizationFinding: Finding {
    let org = organization
    let facts = [org.name, org.edition, org.instance].compactMap(\.self)
    let detail = facts.isEmpty ? localized("its name cannot be read by this user") : facts.joined(separator: ", ")
    return Finding(
      "organization", localized("Org"), .ok, org.isSandbox ? localized("\(detail); a sandbox") : detail)
  }

  private var userFinding: Finding { Finding("user", localized("User"), .ok, "\(userName) (\(username))") }

  /// A due day is a day wherever one is, but a reminder is a moment.
  private func timeZoneFinding(_ here: TimeZone) -> Finding {
    let subject = localized("Time zone")
    guard let name = timeZone, let there = TimeZone(identifier: name) else {
      return Finding("timeZone", subject, .ok, localized("here \(here.identifier), there not known"))
    }
    guard there.secondsFromGMT(for: foundAt) != here.secondsFromGMT(for: foundAt) else {
      return Finding("timeZone", subject, .ok, localized("\(here.identifier) here, \(name) there: the same time"))
    }
    return Finding(
      "timeZone", subject, .warning, localized("\(here.identifier) here, \(name) there"),
      remedy: localized(
        "Reminders are shown in the time here; due dates are the same. If a zone is wrong, set it in Salesforce or here."
      ))
  }

  private var createFinding: Finding {
    let way = localized("new tasks are kept from being made twice by \(createWayInWords)")
    return Finding(
      "userInterfaceAPI", localized("New tasks"), .ok,
      isTaskInUserInterfaceAPI ? way : localized("\(way); the User Interface API does not make tasks for this user"))
  }

  /// `createWay` is kept in English, as the connection found it.
  private var createWayInWords: String {
    let field = "external Id field "
    if createWay.hasPrefix(field) { return localized("external Id field \(createWay.dropFirst(field.count))") }
    return createWay == "search" ? localized("search", "noun") : createWay
  }

  private func externalIDFinding(_ settings: SyncSettings) -> Finding? {
    guard let name = settings.externalIDField else { return nil }
    let subject = localized("External Id")
    func trouble(_ detail: String) -> Finding {
      Finding(
        "externalIDField", subject, .warning, detail,
        remedy: localized(
          """
          It is not used. Ask your administrator for a text field of Task, 32 characters or longer, external Id, \
          unique, and editable for you; or empty the setting external_id_field.
          """),
        setting: .externalIDField)
    }
    guard let field = externalIDFields.first(where: { $0.name == name }) else {
      return trouble(localized("\(name) is no external Id field of Task that you can see"))
    }
    if !field.isUnique { return trouble(localized("\(name) is not unique")) }
    if !field.isCreateable { return trouble(localized("\(name) cannot be filled in by you")) }
    if !field.holdsKeys { return trouble(localized("\(name) is no text of 32 characters")) }
    return Finding("externalIDField", subject, .ok, localized("\(name) is unique, and yours to fill in"))
  }

  private func usageFinding(_ calls: KnownCalls?, at now: Date?) -> Finding? {
    let known = usage.map { KnownCalls(used: $0.used, limit: $0.limit, at: foundAt) }
    let latest = [calls, known].compactMap(\.self).max { $0.at < $1.at }
    guard let latest, latest.limit > 0 else { return nil }
    let percent = latest.used * 100 / latest.limit
    let usage = localized(
      "\(String(latest.used)) of \(String(latest.limit)) calls of the last 24 hours (\(percent) %)")
    let detail = now.map { "\(usage), \(latest.age(at: $0))" } ?? usage
    let subject = localized("API calls")
    guard percent > 80 else { return Finding("apiUsage", subject, .ok, detail) }
    return Finding(
      "apiUsage", subject, .warning, detail,
      remedy: localized(
        """
        The whole org shares them. Command Center asks less often until there are more again; your administrator \
        sees in Setup, System Overview, who uses them.
        """))
  }

  private func liveFinding(_ settings: SyncSettings, _ way: String?, _ reason: String?) -> [Finding] {
    guard let way else { return [] }
    let subject = localized("Live")
    guard let reason else { return [Finding("live", subject, .ok, way)] }
    // Off, as the user chose.
    if settings.live == .off { return [Finding("live", subject, .ok, "\(way): \(reason)")] }
    return [
      Finding(
        "live", subject, .warning, "\(way): \(reason)",
        remedy: localized("Nothing is lost by it, changes there only come a little later."))
    ]
  }
}
