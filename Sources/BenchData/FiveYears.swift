import Foundation
import OrgModel
import Reminders

/// The tasks of a rep: five years back, two months ahead, on working days; what is past is done but for a few. They come in
/// the order of their changes, as an org gives them.
struct FiveYears {
  let now: Date
  let rep = RecordReference(id: RecordID(prefix: "005", number: 1).text, name: "Robin Verhoeven")
  private let today: Day
  private let people: [RecordReference]
  /// Of each idea for each person.
  private let subjects: [[String]]
  private let accounts: [RecordReference]
  private var random: SplitMix64
  private let total: Int
  private var count = 0

  private static let daysBack = 5 * 365
  private static let daysAhead = 60
  private static let statuses = ["In Progress", "Waiting on someone else", "Deferred"]

  /// - Parameter total: over how many tasks the years are spread.
  init(_ total: Int, seed: UInt64, now: Date, timeZone: TimeZone) {
    self.total = total
    self.now = now
    random = SplitMix64(seed: seed)
    today = LocalDay(at: now, in: timeZone).day
    let persons = DemoNames.contacts + DemoNames.leads
    people = persons.enumerated()
      .map { RecordReference(id: RecordID(prefix: "003", number: $0 + 1).text, name: "\($1.first) \($1.last)") }
    subjects = DemoNames.taskIdeas.map { idea in
      persons.map { idea.subject.replacing("{name}", with: $0.first) }
    }
    accounts = DemoNames.companies.enumerated()
      .map { RecordReference(id: RecordID(prefix: "001", number: $0 + 1).text, name: $1) }
  }

  mutating func nextTasks(_ number: Int) -> [SalesforceTask] { (0..<number).map { _ in nextTask() } }

  private mutating func nextTask() -> SalesforceTask {
    let offset = count * (Self.daysBack + Self.daysAhead) / total - Self.daysBack
    count += 1
    let idea = random(below: DemoNames.taskIdeas.count)
    let person = random(below: people.count)
    let isDone = offset < 0 ? random(below: 100) > 0 : offset == 0 && random(below: 2) == 0
    let due = workingDay(offset)
    let day = Double(due.number) * 86_400
    let modified = min(now.timeIntervalSince1970 - 60, day + Double(8 * 3_600 + random(below: 9 * 3_600)))
    let modifiedAt = Date(timeIntervalSince1970: modified.rounded(.down))
    let isOdd = !isDone && random(below: 5) == 0
    return SalesforceTask(
      id: RecordID(prefix: "00T", number: count).text,
      subject: subjects[idea][person],
      status: isDone ? "Completed" : isOdd ? Self.statuses[random(below: Self.statuses.count)] : "Not Started",
      isClosed: isDone, priority: random(below: 4) == 0 ? "High" : "Normal",
      // One in fifty has no date.
      due: random(below: 50) == 0 ? nil : due, details: DemoNames.taskIdeas[idea].details ?? "",
      subtype: DemoNames.taskIdeas[idea].subtype, owner: rep,
      person: people[person], relatedTo: random(below: 3) == 0 ? nil : accounts[random(below: accounts.count)],
      remindAt: isDone || random(below: 6) > 0 ? nil : Date(timeIntervalSince1970: day + 9 * 3_600),
      completedAt: isDone ? modifiedAt : nil,
      createdAt: modifiedAt.addingTimeInterval(-Double(random(below: 14) * 86_400)),
      modifiedAt: modifiedAt, modifiedBy: rep, stamp: modifiedAt, isDeleted: false)
  }

  /// The Friday before a weekend: nobody plans for it.
  private func workingDay(_ offset: Int) -> Day {
    let day = today.adding(days: offset)
    // 1970-01-01 was a Thursday.
    let weekday = ((day.number + 3) % 7 + 7) % 7
    return offset == 0 || offset == 1 || weekday < 5 ? day : day.adding(days: 4 - weekday)
  }

  private mutating func random(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}
