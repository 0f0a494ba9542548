import Foundation
import Localization
import Log
import Logging

/// Does what a `BayeuxSession` says, for one listener.
actor LiveFeed {
  private let connection: RESTConnection
  private let clock: any Clock<Duration>
  private let random: @Sendable () -> Double
  private let logger: Logger
  /// The time since the beginning.
  private let age: @Sendable () -> Duration
  private(set) var session: BayeuxSession
  private(set) var cookies = CookieJar()
  private var lastSession: Session?
  private var current: Task<BayeuxSession.Input, Never>?
  private var isRetrying = false

  init(
    connection: RESTConnection, session: BayeuxSession, clock: any Clock<Duration>,
    random: @escaping @Sendable () -> Double, logger: Logger
  ) {
    self.connection = connection
    self.clock = clock
    self.random = random
    self.logger = logger
    age = clock.stopwatch()
    self.session = session
  }

  /// Listens until the task is cancelled.
  func run(_ yield: @Sendable (LiveEvent) -> Void) async {
    var action = session.start()
    while true {
      let input = await outcome(of: action)
      if Task.isCancelled { break }
      let step = session.handle(input, at: age(), random: random())
      if step.action != action { logger.debug("listening", metadata: ["phase": .shown("\(session.phase)")]) }
      for event in step.events { note(event, yield) }
      action = step.action
    }
    // In a task of its own, as this one is cancelled.
    if let goodbye = session.goodbye() { await Task { _ = await self.exchange(goodbye, timeout: .seconds(1)) }.value }
  }

  /// Drops what is waited for, be it a pause or an answer that may never come, and connects anew; but for a pause that the
  /// org asked for.
  func retryNow() {
    guard let current, session.mayRetryNow else { return }
    isRetrying = true
    current.cancel()
  }

  private func note(_ event: LiveEvent, _ yield: (LiveEvent) -> Void) {
    switch event {
    case .subscribed(let subscription):
      logger.info(
        "live",
        metadata: [
          "way": .shown(subscription.way.kind), "channel": .content(subscription.way.channel),
          "whyNotBetter": subscription.whyNotBetter.map(Logger.MetadataValue.text) ?? .shown("-"),
        ])
    case .unavailable(let reason): logger.info("not live", metadata: ["reason": .text(reason)])
    case .interrupted: logger.info("live interrupted")
    case .missed: logger.info("live missed changes")
    case .changed(let announced):
      logger.debug("announced", metadata: ["ids": .shown(announced.map(\.id).joined(separator: " "))])
    case .reached: break
    }
    yield(event)
  }

  private func outcome(of action: BayeuxSession.Action) async -> BayeuxSession.Input {
    let task = Task { await self.perform(action) }
    current = task
    let input = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    current = nil
    guard isRetrying else { return input }
    isRetrying = false
    return .retryNow
  }

  private func perform(_ action: BayeuxSession.Action) async -> BayeuxSession.Input {
    do throws(OrgError) {
      switch action {
      case .send(let message, let timeout): return await exchange(message, timeout: timeout)
      case .confirmChangeEvents: return .changeEventsConfirmed(try await connection.capturesTasks())
      case .findTopic: return .topic(name: try await connection.taskTopic(tellingOwner: session.owner != nil))
      case .renewSession:
        try await connection.renewSession(after: lastSession)
        return .renewed
      case .wait(let duration):
        try? await clock.sleep(for: duration)
        return .waited
      }
    } catch {
      return .failed(error)
    }
  }

  private func exchange(_ message: JSON, timeout: Duration?) async -> BayeuxSession.Input {
    do throws(OrgError) {
      lastSession = await connection.keeper.session
      let jar = cookies
      let start = age()
      let (answer, address) = try await connection.stream(message, timeout: timeout) { jar.headers(for: $0) }
      cookies.read(answer, from: address)
      return .answer(try answer.decoded(), after: age() - start)
    } catch {
      return .failed(error)
    }
  }
}

extension LiveWay {
  /// A topic may be called after whoever made it.
  fileprivate var kind: String {
    switch self {
    case .changeEvents: "change events"
    case .topic: "PushTopic"
    case .ownTasks: "PushTopic, own tasks"
    }
  }
}
