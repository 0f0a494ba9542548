import Foundation
import Logging

/// Does what a `BayeuxSession` says, for one listener.
actor LiveFeed {
  private let connection: RESTConnection
  private let clock: any Clock<Duration>
  private let random: @Sendable () -> Double
  private let logger: Logger
  private var session = BayeuxSession()
  private var cookies = CookieJar()
  private var lastSession: Session?
  private var current: Task<BayeuxSession.Input, Never>?
  private var isRetrying = false

  init(
    connection: RESTConnection, clock: any Clock<Duration>, random: @escaping @Sendable () -> Double, logger: Logger
  ) {
    self.connection = connection
    self.clock = clock
    self.random = random
    self.logger = logger
  }

  /// Listens until the task is cancelled or live updates turn out to be unavailable.
  func run(_ yield: @Sendable (LiveEvent) -> Void) async {
    var action = session.start
    while action != .stop {
      let input = await outcome(of: action)
      if Task.isCancelled { break }
      let step = session.handle(input, random: random())
      if step.action != action { logger.debug("live", metadata: ["phase": "\(session.phase)"]) }
      for event in step.events { yield(event) }
      action = step.action
    }
    // Not awaited, and in a task of its own: this one may be cancelled already.
    if let goodbye = session.goodbye() { Task { _ = await self.exchange(goodbye, timeout: .seconds(5)) } }
  }

  /// Drops what is waited for, be it a pause or an answer that may never come, and connects anew.
  func retryNow() {
    guard let current else { return }
    isRetrying = true
    current.cancel()
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
      case .prepare: return .prepared(channel: try await connection.taskChannel())
      case .send(let message, let timeout): return await exchange(message, timeout: timeout)
      case .renewSession:
        try await connection.renewSession(after: lastSession)
        return .renewed
      case .wait(let duration):
        try? await clock.sleep(for: duration)
        return .waited
      case .stop: return .waited
      }
    } catch {
      return .failed(error)
    }
  }

  private func exchange(_ message: JSON, timeout: Duration?) async -> BayeuxSession.Input {
    do throws(OrgError) {
      lastSession = await connection.keeper.session
      let jar = cookies
      let start = ContinuousClock.now
      let (answer, address) = try await connection.stream(message, timeout: timeout) { jar.headers(for: $0) }
      cookies.read(answer, from: address)
      return .answer(try answer.decoded(), after: start.duration(to: .now))
    } catch {
      return .failed(error)
    }
  }
}
