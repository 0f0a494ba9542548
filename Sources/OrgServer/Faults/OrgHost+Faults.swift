import OrgModel

extension OrgHost {
  /// The reply to a request of the org, after all that the faults do which strike it.
  func reply(to request: HTTPCall, by username: String?) async -> HTTPReply {
    guard Self.isExposed(request) else { return reply(await process(request)) }
    let strike = state.faults.strike(request, by: username)
    guard !strike.ids.isEmpty else { return reply(await process(request)) }
    let effect = strike.effect
    make(effect.before, strike.names)
    await pause(milliseconds: effect.delay)
    var reply = self.reply(await arrive(request, effect))
    make(effect.after, strike.names)
    reply.answer = effect.changed(reply.answer)
    reply.delivery.loss = reply.delivery.loss ?? effect.delivery.loss
    reply.delivery.bytesPerSecond = effect.delivery.bytesPerSecond
    reply.faults = strike.ids
    await pause(milliseconds: effect.answerDelay)
    return reply
  }

  /// The web page is there to watch the org by, so nothing happens to it.
  private static func isExposed(_ request: HTTPCall) -> Bool {
    request.segments.first.map { $0.lowercased() != "web" } ?? false
  }

  private func reply(_ answer: HTTPAnswer?) -> HTTPReply {
    answer.map { HTTPReply(answer: $0) }
      ?? HTTPReply(answer: HTTPAnswer(), delivery: HTTPDelivery(loss: .beforeAnswer))
  }

  /// Processes the request as often as it arrives.
  private func arrive(_ request: HTTPCall, _ effect: FaultEffect) async -> HTTPAnswer? {
    let arrivals = effect.arrivals ?? 1
    guard arrivals > 0 else { return HTTPAnswer() }
    guard let refusal = effect.refusal, let batch = BatchRefusal.Batch(request) else {
      return await process(request, times: arrivals)
    }
    let refused = refusal.choose(of: batch.count, &state.faults.random)
    guard let rest = batch.without(refused) else { return batch.answer(refusing: refused, with: refusal, nil) }
    return batch.answer(refusing: refused, with: refusal, await process(rest, times: arrivals))
  }

  /// What the request is answered the last time.
  private func process(_ request: HTTPCall, times: Int) async -> HTTPAnswer? {
    for _ in 1..<times { _ = change { $0.outcome(of: request, at: Timestamp(now())) } }
    return await process(request)
  }

  private func make(_ calls: [FaultCall], _ names: [String: String]) {
    for call in calls { state.faults.note(make(call, names).status, of: call) }
  }

  /// Makes a request of a fault; no fault strikes it, and it is in no journal.
  private func make(_ call: FaultCall, _ names: [String: String]) -> HTTPAnswer {
    guard let username = call.username else { return control(call.request(names, token: nil)) }
    guard let user = state.org.member(named: username)?.id else {
      return HTTPAnswer(APIError(.notFound, "The org has no user \(username)"))
    }
    let token = state.logIn(user, at: Timestamp(now())).token
    defer { _ = state.sessions.revoke(token) }
    guard
      case .answer(let answer) = change({
        $0.outcome(of: call.request(names, token: token), at: Timestamp(now()))
      })
    else { return HTTPAnswer(APIError(.methodNotAllowed, "A fault cannot wait for events")) }
    return answer
  }
}
