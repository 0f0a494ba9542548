import Foundation

extension RESTConnection {
  /// Every call is a subscription of its own.
  package func liveEvents(after place: LivePlace?, ownedBy owner: String?) async -> AsyncStream<LiveEvent> {
    let (stream, continuation) = AsyncStream.makeStream(of: LiveEvent.self)
    let number = feedsStarted
    let feed = LiveFeed(
      connection: self, session: BayeuxSession(after: place, ownedBy: owner), clock: clock, random: random,
      logger: logger)
    feedsStarted += 1
    feeds[number] = feed
    let task = Task {
      await feed.run { continuation.yield($0) }
      feeds[number] = nil
      listeners[number] = nil
    }
    listeners[number] = task
    continuation.onTermination = { _ in task.cancel() }
    return stream
  }

  /// Makes every subscription anew at once: for the moment when the network returns or the machine wakes up, when a pause
  /// would be too long, and what is waited for on an old connection may never come.
  package func retryNow() async {
    transport.dropConnections()
    for feed in feeds.values { await feed.retryNow() }
  }

  /// Ends every subscription; returns when the org has been told, or could not be within a second.
  package func signOff() async {
    for listener in listeners.values { listener.cancel() }
    for listener in listeners.values { await listener.value }
  }

  /// Sends messages to `/cometd/` and returns the answer with the address that it came from.
  func stream(
    _ messages: JSON, timeout: Duration?, headers: (OrgAddress) -> [(name: String, value: String)]
  ) async throws(OrgError) -> (HTTPAnswer, OrgAddress) {
    let version = try await apiVersion()
    var target: OrgAddress?
    let answer = try await answer { address in
      target = address
      return HTTPRequest(
        .post, address.url("/cometd/\(version.text)"), headers: headers(address), body: messages.data, timeout: timeout)
    }
    if let target { return (answer, target) }
    return (answer, await address())
  }

  func renewSession(after ended: Session?) async throws(OrgError) {
    guard let ended else { return }
    _ = try await keeper.session(after: ended)
  }
}
