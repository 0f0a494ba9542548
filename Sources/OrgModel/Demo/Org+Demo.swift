package import Foundation

extension Org {
  /// An org of a small sales team with `tasks` believable tasks of the rep around `now`: about twelve due today, eight
  /// tomorrow, four overdue, some later, some undated, some done; the rest (thousands, if asked) are done or far ahead.
  ///
  /// Who can log in is in `DemoUser`. The same arguments make the same org.
  package static func demo(tasks: Int = 48, seed: UInt64 = 1, now: Date, timeZone: TimeZone) -> Org {
    var org = Org(timeZone: timeZone)
    var seeder = DemoSeeder(seed: seed, now: Timestamp(now), timeZone: timeZone)
    seeder.fill(&org, tasks: tasks)
    return org
  }
}
