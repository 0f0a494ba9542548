import Foundation
import Localization
import Synchronization
import Testing

@testable import Salesforce

@Suite("Live updates over days")
struct LongFeedTests {
  /// An org that holds each connect for 110 s of the clock; now and then it has something to tell, forgets the client or
  /// ends the session.
  private func org(_ clock: JumpingClock) -> ScriptedTransport {
    let count = Mutex(0)
    return ScriptedTransport(remembers: false) { request throws(OrgError) in
      if request.target == "/services/data/" { return .versions }
      if request.target.contains("/tooling/query") {
        return .json(#"{"records":[{"SelectedEntity":"TaskChangeEvent"}]}"#)
      }
      let cookie = [(name: "Set-Cookie", value: "cookie\(clock.now.offset / .seconds(1))=x; Path=/")]
      guard request.text.contains("/meta/connect") else {
        let channels = ["handshake", "subscribe", "unsubscribe", "disconnect"]
        let channel = channels.first { request.text.contains("/meta/\($0)") } ?? ""
        return .json(
          #"[{"channel":"/meta/\#(channel)","clientId":"c","successful":true}]"#, headers: cookie)
      }
      clock.advance(by: .seconds(110))
      let number = count.withLock { count in
        count += 1
        return count
      }
      if number % 997 == 0 {
        return .json(#"[{"channel":"/meta/connect","successful":false,"error":"403::Unknown client"}]"#)
      }
      if number % 499 == 0 { throw .unknownOutcome(reason: "the connection was closed") }
      let event =
        number % 10 == 0
        ? #"{"channel":"/data/TaskChangeEvent","data":{"payload":{"ChangeEventHeader":{"changeType":"UPDATE","#
          + #""recordIds":["00T\#(number)"]}},"event":{"replayId":\#(number)}}},"# : ""
      return .json(#"[\#(event){"channel":"/meta/connect","successful":true}]"#, headers: cookie)
    }
  }

  @Test("A week of connects leaves nothing behind: whatever is kept has a bound")
  func nothingGrows() async throws {
    let clock = JumpingClock()
    let connection = Samples.connection(org(clock), clock: clock)
    var (changes, subscriptions) = (0, 0)
    for await event in await connection.liveEvents(after: nil) {
      if case .subscribed = event { subscriptions += 1 }
      guard case .changed = event else { continue }
      changes += 1
      let feed = try #require(await connection.feeds.values.first)
      #expect(await connection.feeds.count == 1)
      #expect(await feed.cookies.values.count <= CookieJar.capacity)
      let session = await feed.session
      #expect(Self.keptElements(of: session) <= 2)
      if changes == 550 { break }
    }
    #expect(clock.now.offset > .seconds(7 * 86_400))
    // One a day, and one after each loss.
    #expect(subscriptions >= 7 && subscriptions <= 40)
    while await !connection.feeds.isEmpty { await Task.yield() }
  }

  /// How many elements the collections of a value hold.
  private static func keptElements(of value: Any) -> Int {
    let mirror = Mirror(reflecting: value)
    let isCollection = [.collection, .set, .dictionary].contains(mirror.displayStyle)
    return (isCollection ? mirror.children.count : 0) + mirror.children.reduce(0) { $0 + keptElements(of: $1.value) }
  }
}
