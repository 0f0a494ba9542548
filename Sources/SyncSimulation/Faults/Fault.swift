import Foundation
import OrgModel

/// What can happen to a request on its way (reliability.md, "Simulation").
enum Fault: Sendable, Hashable {
  case connectionRefused
  case lostBeforeArrival
  case lostAfterCommit
  /// It is given up, and commits so many seconds later.
  case commitsLate(TimeInterval)
  /// It arrives twice; only requests that may be repeated by those who forward them (RFC 9110 §9.2.2).
  case deliveredTwice
  case answerCut
  case sessionEnded
  case busy(code: String, retryAfter: Int?)
  /// The records of a batch for which a bit is set meet a lock or another passing failure, the others are saved.
  case partialFailure(code: String, bits: UInt64)
  /// So many seconds pass before the org commits, and again before the answer is read.
  case slow(TimeInterval)
  /// Somebody does something before the org commits, or before the answer is read.
  case meanwhile(Event, isAfterCommit: Bool)
  case killed(isAfterCommit: Bool)
}

extension Fault {
  /// Draws a fault; each kind about as often as the others.
  static func draw(_ random: inout SplitMix64) -> Fault {
    switch Int.random(in: 0..<22, using: &random) {
    case 0: .connectionRefused
    case 1: .lostBeforeArrival
    case 2, 3: .lostAfterCommit
    case 4, 5: .commitsLate(TimeInterval(Int.random(in: 1...600, using: &random)))
    case 6: .deliveredTwice
    case 7: .answerCut
    case 8: .sessionEnded
    case 9: .busy(code: "REQUEST_LIMIT_EXCEEDED", retryAfter: nil)
    case 10: .busy(code: "HTTP 429", retryAfter: Int.random(in: 1...600, using: &random))
    case 11: .busy(code: "HTTP 503", retryAfter: Bool.random(using: &random) ? 120 : nil)
    case 12: .partialFailure(code: "UNABLE_TO_LOCK_ROW", bits: random.next())
    case 13: .partialFailure(code: "UNKNOWN_EXCEPTION", bits: random.next())
    case 14: .slow(TimeInterval(Int.random(in: 1...120, using: &random)))
    case 15...18:
      .meanwhile(
        Event(
          (Bool.random(using: &random) ? Event.Kind.racing : Event.Kind.instant).randomElement(using: &random) ?? .edit,
          seed: random.next()),
        isAfterCommit: Bool.random(using: &random))
    default: .killed(isAfterCommit: Bool.random(using: &random))
    }
  }
}

extension Fault: CustomStringConvertible {
  var description: String {
    switch self {
    case .connectionRefused: "the connection is refused"
    case .lostBeforeArrival: "the request is lost before it arrives"
    case .lostAfterCommit: "the answer is lost after the commit"
    case .commitsLate(let seconds): "the request is given up and commits \(Int(seconds)) s later"
    case .deliveredTwice: "the request is delivered twice"
    case .answerCut: "the answer is cut"
    case .sessionEnded: "the session ended"
    case .busy(let code, let retryAfter): "\(code)" + (retryAfter.map { ", retry after \($0) s" } ?? "")
    case .partialFailure(let code, _): "\(code) for some of the records"
    case .slow(let seconds): "the answer takes twice \(Int(seconds)) s"
    case .meanwhile(let event, let isAfterCommit):
      "during the request, \(isAfterCommit ? "after" : "before") the commit: \(event)"
    case .killed(let isAfterCommit): "the process is killed \(isAfterCommit ? "after" : "before") the commit"
    }
  }
}
