import Foundation

/// Fills an empty org for a demonstration. Rows are inserted as they are, without the checks of a caller's write, so that
/// a hundred thousand of them take a moment only, and without events: they are the past.
struct DemoSeeder {
  var random: SplitMix64
  let now: Timestamp
  let today: CalendarDay
  let timeZone: TimeZone

  init(seed: UInt64, now: Timestamp, timeZone: TimeZone) {
    random = SplitMix64(seed: seed)
    self.now = now
    self.timeZone = timeZone
    today = now.day(in: timeZone)
  }

  mutating func fill(_ org: inout Org, tasks count: Int) {
    let rep = addUsers(to: &org)
    addPicklists(to: &org)
    let accounts = DemoNames.companies.enumerated()
      .map { index, name in
        insert(Schema.account, by: rep, at: longAgo(), into: &org) { account in
          account["Name"] = .text(name)
          account["Phone"] = .text("+31 20 555 \(1200 + index * 13)")
        }
      }
    let contacts = DemoNames.contacts.enumerated()
      .map { index, name in
        insert(Schema.contact, by: rep, at: longAgo(), into: &org) { contact in
          Self.fillPerson(&contact, name, number: index)
          contact["AccountId"] = .id(accounts[index % accounts.count])
        }
      }
    let leads = DemoNames.leads.enumerated()
      .map { index, name in
        insert(Schema.lead, by: rep, at: longAgo(), into: &org) { lead in
          Self.fillPerson(&lead, name, number: 50 + index)
          lead["Company"] = .text(DemoNames.leadCompanies[index % DemoNames.leadCompanies.count])
          lead["Status"] = .text("Open - Not Contacted")
          lead["IsConverted"] = .flag(false)
        }
      }
    let opportunities = accounts.enumerated()
      .map { index, account in
        insert(Schema.opportunity, by: rep, at: longAgo(), into: &org) { opportunity in
          opportunity["Name"] = .text(
            "\(DemoNames.companies[index]) – \(DemoNames.deals[index % DemoNames.deals.count])")
          opportunity["AccountId"] = .id(account)
          opportunity["StageName"] = .text("Prospecting")
          opportunity["CloseDate"] = .day(today.adding(days: 20 + index * 7))
        }
      }
    var maker = DemoTasks(
      seeder: self, contacts: contacts, leads: leads, accounts: accounts, opportunities: opportunities)
    maker.add(count, of: rep, to: &org)
  }

  private func addUsers(to org: inout Org) -> RecordID {
    let hired = longAgo().date
    let manager = add(.manager, to: &org, manager: nil, at: hired)
    _ = add(.admin, to: &org, manager: nil, at: hired)
    _ = add(.colleague, to: &org, manager: manager, at: hired)
    let rep = add(.rep, to: &org, manager: manager, at: hired)
    for user in DemoUser.allCases where user.id(in: org) == nil { _ = add(user, to: &org, manager: manager, at: hired) }
    return rep
  }

  private func add(_ user: DemoUser, to org: inout Org, manager: RecordID?, at date: Date) -> RecordID {
    let id = org.addMember(
      username: user.username, password: DemoUser.password, firstName: user.name.first, lastName: user.name.last,
      title: user.name.title, permissions: user.permissions, manager: manager,
      isActive: user != .inactive, at: date)
    org.changeMember(id) { user.restrict(&$0) }
    return id
  }

  /// What a new Salesforce org has.
  private func addPicklists(to org: inout Org) {
    org.setStatuses(
      [
        .init("Not Started"), .init("In Progress"), .init("Completed", isClosed: true),
        .init("Waiting on someone else"),
        .init("Deferred"),
      ], default: "Not Started", at: longAgo().date)
    org.setPriorities(
      [.init("High", isHigh: true), .init("Normal"), .init("Low")], default: "Normal", at: longAgo().date)
  }

  private static func fillPerson(_ person: inout Record, _ name: DemoNames.Person, number: Int) {
    person["FirstName"] = .text(name.first)
    person["LastName"] = .text(name.last)
    person["Title"] = .text(name.title)
    person["Phone"] = .text("+31 6 5550 \(1000 + number * 37)")
    person["Email"] = .text("\(name.mailbox)@example.com")
  }

  @discardableResult
  func insert(
    _ definition: ObjectDefinition, by user: RecordID, at time: Timestamp, into org: inout Org,
    _ fill: (inout Record) -> Void
  ) -> RecordID {
    var record = Record(definition, id: org.nextID(of: definition))
    record["OwnerId"] = .id(user)
    fill(&record)
    org.derive(&record, from: nil, at: time)
    record.stampCreation(by: user, at: time)
    org.tables[definition.name]?.insert(record)
    return record.id
  }

  private func longAgo() -> Timestamp { now.adding(seconds: -400 * 86_400) }
}
