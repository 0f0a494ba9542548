import Foundation
import Localization
import Logging
import OrgModel
import OrgServer
import ReminderStore
import ReminderSync
import Reminders
import Synchronization
import Testing

@testable import Salesforce

@Suite("What one user costs an org, in API requests", .timeLimit(.minutes(5)))
struct RequestCostTests {
  private final class Clock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 1_795_608_000))

    var now: Date { time.withLock { $0 } }
    func advance(by seconds: TimeInterval) { time.withLock { $0 += max(0, seconds) } }
  }

  private let clock = Clock()
  private let store: ReminderStore

  init() throws {
    let count = Mutex(0)
    store = try ReminderStore(inMemory: {
      let number = count.withLock { count in
        count += 1
        return count
      }
      return ReminderID(
        rawValue: String(repeating: "0", count: 12 - String(number).count) + "\(number)4000a000000000000000")
    })
    try store.set(.sync, to: "on")
  }

  /// A program of the rep that has just started.
  private struct Program {
    let connection: RESTConnection
    let loop: SyncLoop

    init(_ server: OrgServer, at address: OrgAddress, _ store: ReminderStore, _ clock: Clock) async throws {
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      let logIn: @Sendable () async throws -> Session = {
        let opened = try await server.openSession(for: DemoUser.rep.username)
        return Session(accessToken: Secret(opened.accessToken), refreshToken: nil, instance: address)
      }
      connection = RESTConnection(
        session: try await logIn(),
        renewal: SessionRenewal { _ throws(LoginError) in
          do { return try await logIn() } catch { throw .sessionEnded }
        }, transport: HTTPTransport(), logger: logger, offered: try store.connectionFacts()?.apiVersion)
      let environment = SyncEnvironment(
        now: { clock.now }, timeZone: { .gmt }, clock: ContinuousClock(), random: { 0 }, logger: logger)
      loop = SyncLoop(store: store, org: connection, environment: environment) { _ in }
    }
  }

  private func withProgram(_ body: (OrgServer, SyncLoop) async throws -> Void) async throws {
    try await withOrg { server, start in
      try await body(server, try await start().loop)
    }
  }

  private func withOrg(_ body: (OrgServer, () async throws -> Program) async throws -> Void) async throws {
    let clock = clock
    let server = OrgServer(configuration: .init(now: { clock.now })) { now in
      Org.demo(tasks: 48, seed: 1, now: now, timeZone: .gmt)
    }
    let address = try OrgAddress(try await server.start())
    do {
      try await body(server) { try await Program(server, at: address, store, clock) }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  /// The API requests that something costs, without the version of the API. CometD requests are none (Salesforce
  /// Developers' Blog, "Pushing the limits with Streaming API in Spring '14").
  private func cost(_ server: OrgServer, _ body: () async throws -> Void) async throws -> [String] {
    let before = await server.requestCounts()
    try await body()
    return await server.requestCounts()
      .flatMap { Array(repeating: $0.key, count: $0.value - before[$0.key, default: 0]) }
      .filter { !$0.contains("/cometd") }
      .map { $0.replacing(/\/services\/data\/v[0-9.]+\//, with: "").replacing(/00T[0-9A-Za-z]{15}/, with: "{id}") }
      .sorted()
  }

  private func step(_ loop: SyncLoop) async throws {
    loop.take(try store.syncNeed())
    await loop.step()
  }

  private static let live = LiveEvent.subscribed(LiveSubscription(.changeEvents))

  @Test("A first start, the next one, and the subscription of each")
  func start() async throws {
    // Who am I, what may I do, which org is it; then the count, the page and the pull of an import, and people; or the
    // deletions and the pull.
    let connecting = [
      "GET /services/oauth2/userinfo", "GET sobjects/Task/describe", "GET ui-api/object-info/Task", "GET query",
    ]
    try await withOrg { server, start in
      for (work, topic) in [
        (
          // Which version of the API to take is known from then on.
          ["GET /services/data/", "GET query", "GET query", "GET queryAll", "GET recent", "POST composite"],
          ["GET query", "POST sobjects/PushTopic"]
        ),
        (["GET queryAll", "GET sobjects/Task/deleted/"], ["GET query"]),
      ] {
        let program = try await start()
        let requests = try await cost(server) { try await step(program.loop) }
        #expect(requests == (connecting + work).sorted())
        let subscription = try await cost(server) {
          for await _ in await program.connection.liveEvents(after: nil) { break }
        }
        #expect(subscription == topic)
        program.loop.take(Self.live)
        #expect(try await cost(server) { await program.loop.step() } == ["GET queryAll"])
        clock.advance(by: 3_600)
      }
    }
  }

  @Test("A thousand edits made offline, of a program that has just started")
  func thousandEdits() async throws {
    try await withOrg { server, start in
      let now = clock.now.addingTimeInterval(-80_000)
      try await server.change { model throws in
        let rep = try #require(DemoUser.rep.id(in: model))
        for number in 1...1_000 { _ = try model.create("Task", ["Subject": .text("Task \(number)")], by: rep, at: now) }
      }
      try await step(try await start().loop)
      clock.advance(by: 3_600)
      let ids = try store.rows(.open, on: LocalDay(at: clock.now, in: .gmt)).prefix(1_000).map(\.id)
      #expect(ids.count == 1_000)
      _ = try store.perform(.setPriority(ids, .high), at: clock.now)
      let program = try await start()
      let requests = try await cost(server) { try await step(program.loop) }
      #expect(requests.count <= 12, "\(requests)")
      #expect(try store.pushItems().isEmpty)
    }
  }

  @Test("An idle hour, live and polling")
  func idleHour() async throws {
    for (event, most) in [(Self.live, 5), (LiveEvent.unavailable(reason: "not permitted"), 20)] {
      try await withProgram { server, loop in
        try await step(loop)
        loop.take(event)
        await loop.step()
        let requests = try await cost(server) {
          let end = clock.now.addingTimeInterval(3_600)
          while let due = loop.nextDue, due < end {
            clock.advance(by: due.timeIntervalSince(clock.now))
            loop.timePassed()
            await loop.step()
          }
        }
        #expect(requests.allSatisfy { $0 == "GET query" || $0 == "GET queryAll" })
        #expect(requests.count <= most, "\(requests.count)")
      }
    }
  }

  /// Counted is what asks the org for data: not the renewal of the session at the token endpoint, and not what listens
  /// (CometD). That finds first that the session has ended, as it asks every 110 s at least.
  @Test("Over two idle days, live, with a session that ends again and again, no hour has more than 5 requests")
  func idleDays() async throws {
    try await withOrg { server, start in
      let program = try await start()
      let loop = program.loop
      try await step(loop)
      loop.take(Self.live)
      await loop.step()
      let end = clock.now.addingTimeInterval(2 * 86_400)
      var sessionEnd = clock.now.addingTimeInterval(7_300)
      var requests: [(name: String, at: Date)] = []
      while clock.now < end {
        clock.advance(by: min(try #require(loop.nextDue), sessionEnd).timeIntervalSince(clock.now))
        let names = try await cost(server) {
          if clock.now >= sessionEnd {
            sessionEnd += 7_300
            await server.expireAccessTokens()
            loop.take(.interrupted)
            await loop.step()
            try await program.connection.renewSession(after: program.connection.keeper.session)
            loop.take(Self.live)
          }
          loop.timePassed()
          await loop.step()
        }
        requests += names.map { ($0, clock.now) }
      }
      for first in requests {
        let hour = requests.filter { first.at <= $0.at && $0.at < first.at.addingTimeInterval(3_600) }
        #expect(hour.count <= 5, "\(hour.map(\.name))")
      }
      // What is looked after once a day was.
      let daily = [
        "GET /services/oauth2/userinfo", "GET sobjects/Task/describe", "GET sobjects/Task/deleted/", "GET recent",
        "POST composite",
      ]
      for name in daily { #expect(requests.contains { $0.name == name }, "\(name)") }
      #expect(try store.syncState().linkedReadAt.map { end.timeIntervalSince($0) < 90_000 } == true)
    }
  }

  @Test("A change there, a change here, and a delete here")
  func changes() async throws {
    try await withProgram { server, loop in
      try await step(loop)
      loop.take(Self.live)
      await loop.step()
      clock.advance(by: 60)
      let there = try await cost(server) {
        let changed = try await server.change { [clock] model in
          let rep = try #require(DemoUser.rep.id(in: model))
          let task = try #require(
            model.all("Task").first { $0["OwnerId"] == .id(rep) && $0["IsClosed"] != .flag(true) })
          try model.update(task.id.text, ["Subject": .text("Changed")], by: rep, at: clock.now)
          return Announcement(id: task.id.text, owner: rep.text)
        }
        loop.take(.changed([changed]))
        await loop.step()
      }
      #expect(there == ["GET queryAll"])
      let today = LocalDay(at: clock.now, in: .gmt)
      let id = try #require(try store.rows(.open, on: today).first?.id)
      let here = try await cost(server) {
        _ = try store.perform(.setCompleted([id], true), at: clock.now)
        try await step(loop)
      }
      #expect(here == ["PATCH sobjects/Task/{id}"])
      let salesforceID = try #require(try store.row(id)?.reminder.salesforceID)
      let echo = try await cost(server) {
        loop.take(.changed([Announcement(id: salesforceID, owner: nil)]))
        await loop.step()
      }
      #expect(echo == ["GET queryAll"])
      let delete = try await cost(server) {
        _ = try store.perform(.delete([id]), at: clock.now)
        try await step(loop)
      }
      #expect(delete == ["DELETE composite/sobjects", "GET queryAll"])
    }
  }

  @Test(
    "A create in each of the three ways",
    arguments: [
      ("key", "POST ui-api/records"), ("search", "POST composite/sobjects"),
      ("external Id", "PATCH composite/sobjects/Task/Command_Center_Id__c"),
    ])
  func create(way: String, request: String) async throws {
    try await withProgram { server, loop in
      await server.change { model in
        if way == "search" { model.isTaskInUserInterfaceAPI = false }
        if way == "external Id" {
          model.optionalFields = [FieldName(object: "Task", field: "Command_Center_Id__c")]
        }
      }
      if way == "external Id" { try store.set(.externalIDField, to: "Command_Center_Id__c") }
      try await step(loop)
      let requests = try await cost(server) {
        let fields = ReminderFields(name: "Call Ada", due: LocalDay(at: clock.now, in: .gmt).day)
        _ = try store.perform(.create(ReminderDraft(fields: fields)), at: clock.now)
        try await step(loop)
      }
      #expect(requests == [request])
    }
  }
}
