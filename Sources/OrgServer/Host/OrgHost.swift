import Foundation
import OrgModel

/// Owns the org while the server runs: every request and every change from inside passes here, one after the other.
///
/// Nothing ticks here. A held connect has one timer, the colleague's pace another; without them nothing wakes up.
actor OrgHost {
  var state: OrgState
  var colleague: Colleague
  var colleagueTask: Task<Void, Never>?
  let makeOrg: @Sendable (Date) -> Org
  let now: @Sendable () -> Date
  private let colleagueSeed: UInt64
  private var held: [String: Held] = [:]
  private var lastHoldNumber = 0
  private var isStopped = false

  private struct Held {
    let hold: Streaming.Hold
    let number: Int
    let continuation: CheckedContinuation<Void, Never>
    let timer: Task<Void, Never>
  }

  init(configuration: OrgServer.Configuration, makeOrg: @escaping @Sendable (Date) -> Org) {
    now = configuration.now
    self.makeOrg = makeOrg
    colleagueSeed = configuration.seed
    colleague = Colleague(seed: configuration.seed)
    state = OrgState(
      org: makeOrg(configuration.now()), accessTokenLifetime: configuration.accessTokenLifetime,
      tokenSeed: configuration.tokenSeed, address: configuration.tls.address(port: configuration.port))
    state.streaming.holdMilliseconds = configuration.connectHoldMilliseconds
  }

  func listens(at address: String) {
    state.address = address
    isStopped = false
  }

  /// Answers a request; a connect of a streaming client may take as long as it is held.
  func answer(_ request: HTTPCall, isTooLarge: Bool = false) async -> HTTPAnswer {
    var answer: HTTPAnswer
    if isTooLarge {
      answer = HTTPAnswer(APIError(.requestTooLarge, "The request is larger than \(HTTPListener.maximumBody) bytes"))
    } else if request.segments.first?.lowercased() == "simulator" {
      answer = control(request)
    } else {
      switch change({ $0.outcome(of: request, at: Timestamp(now())) }) {
      case .answer(let finished): answer = finished
      case .hold(let hold):
        await wait(for: hold)
        answer = state.finish(hold, at: Timestamp(now()))
      }
    }
    let time = Timestamp(now())
    state.journal.note(method: request.method, path: request.path, status: answer.status, at: time)
    answer.headers.append(("Date", time.httpDate))
    answer.headers.append(("Sforce-Limit-Info", "api-usage=\(state.requestCount)/\(state.dailyRequestLimit)"))
    return answer
  }

  /// Changes the state and wakes the held connects whose answer has become due by it.
  func change<Value>(_ body: (inout OrgState) throws -> Value) rethrows -> Value {
    let value = try body(&state)
    wakeDue()
    return value
  }

  /// Puts the org back to how it began. Tokens stay valid; streaming clients have to shake hands again.
  func reset() {
    state.org = makeOrg(now())
    state.cursors = QueryCursors()
    state.streaming.clients = [:]
    state.journal = RequestJournal()
    state.requestCount = 0
    colleague = Colleague(seed: colleagueSeed)
    wakeDue()
  }

  /// Ends the held connects at once and holds none from now on.
  func stop() {
    isStopped = true
    colleagueTask?.cancel()
    colleagueTask = nil
    for clientID in held.keys { release(clientID) }
  }

  // MARK: Held connects

  private func wait(for hold: Streaming.Hold) async {
    // A client has one connect; a second one means that it has lost the first.
    release(hold.clientID)
    guard !isStopped else { return }
    lastHoldNumber += 1
    let number = lastHoldNumber
    await withCheckedContinuation { continuation in
      let timer = Task { [weak self] in
        guard (try? await Task.sleep(for: .milliseconds(hold.milliseconds))) != nil else { return }
        await self?.release(hold.clientID, number: number)
      }
      held[hold.clientID] = Held(hold: hold, number: number, continuation: continuation, timer: timer)
    }
  }

  private func release(_ clientID: String, number: Int? = nil) {
    guard let waiting = held[clientID], number == nil || number == waiting.number else { return }
    held[clientID] = nil
    waiting.timer.cancel()
    waiting.continuation.resume()
  }

  private func wakeDue() {
    let time = Timestamp(now())
    for (clientID, waiting) in held where state.isDue(waiting.hold, at: time) { release(clientID) }
  }
}
