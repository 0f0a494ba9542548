import Foundation
import OrgModel

extension ControlRoute {
  static let clockRoutes = [
    ControlRoute("GET", "clock", "the org's clock") { host, _ in clock(host) },
    ControlRoute(
      "POST", "clock",
      "{\"now\": \"2026-11-24T09:00:00Z\"}, {\"advance\": \"PT15M\"}, {\"offset\": seconds}, {\"freeze\": true}"
    ) { host, call throws(APIError) in try setClock(host, try call.body()) },
  ]

  private static func clock(_ host: isolated OrgHost) -> HTTPAnswer {
    HTTPAnswer(
      200,
      [
        "now": .string(Timestamp(host.now()).zulu), "offset": .number((host.clock.offset * 1000).rounded() / 1000 + 0),
        "frozen": .bool(host.clock.isFrozen),
      ])
  }

  /// Several at once are done in the order freeze, now, offset, advance.
  private static func setClock(_ host: isolated OrgHost, _ body: JSON) throws(APIError) -> HTTPAnswer {
    try body.allowing(["freeze", "now", "offset", "advance"], in: "The clock")
    var clock = host.clock
    if let isFrozen = try body.flag("freeze") { clock.setFrozen(isFrozen) }
    if let text = try body.text("now") {
      guard let time = Timestamp(text) else { throw JSON.mistake("now must be a time such as 2026-11-24T09:00:00Z") }
      clock.set(time.date)
    }
    if let seconds = try body.number("offset", seconds) { clock.setOffset(seconds) }
    if let text = body["advance"]?.string {
      guard let seconds = ISODuration.seconds(text) else {
        throw JSON.mistake("advance must be seconds, or a duration such as P1DT2H30M")
      }
      clock.advance(by: seconds)
    } else if let seconds = try body.number("advance", seconds) {
      clock.advance(by: seconds)
    }
    guard OrgClock.range.contains(clock.now) else { throw JSON.mistake("The clock goes from 1970 to 9955") }
    host.setClock { $0 = clock }
    return Self.clock(host)
  }

  /// So far a clock may be moved at once.
  private static let seconds = -252_000_000_000.0...252_000_000_000.0
}
