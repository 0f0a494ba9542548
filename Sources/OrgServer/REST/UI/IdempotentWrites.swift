import Crypto
import Foundation
import OrgModel

/// The answers of record writes that came with an `Idempotency-Key`, so that a repeated one gets the same answer instead
/// of being done again.
///
/// Source: User Interface API Developer Guide, "Prevent Record Duplication with Idempotent Record Writes": a key is a UUID
/// of version 4, it holds for one request and for 30 days, and the answer of a write that was done is kept. What a repeat
/// with another body or by another user is answered is documented as a status only; these two codes are this org's own. The
/// others: SOAP API Developer Guide, "ExceptionCode".
struct IdempotentWrites: Sendable {
  private static let secondsKept = 30 * 86_400
  /// When there are so many, the old ones are forgotten; where none is old enough, the older half.
  static let maximumKept = 10_000

  struct Key: Hashable, Sendable {
    let resource: String
    let key: String
  }

  private struct Write: Sendable {
    let answer: HTTPAnswer
    let content: Content
    let user: RecordID
    let time: Timestamp
  }

  /// The hash of what was to be written.
  struct Content: Hashable, Sendable {
    private let hash: SHA256Digest

    init(_ body: [UInt8]) { hash = SHA256.hash(data: body) }
  }

  private var writes: [Key: Write] = [:]

  /// The answer that the key got before; throws if it was another user's or for something else.
  func answer(
    _ key: Key, to content: Content, by user: RecordID, at now: Timestamp
  ) throws(APIError) -> HTTPAnswer? {
    guard let write = writes[key], isKept(write, at: now) else { return nil }
    guard write.user == user else {
      throw APIError(.idempotencyKeyUsedDifferentUser, "The idempotency key \(key.key) was used by another user")
    }
    guard write.content == content else {
      throw APIError(
        .idempotencyKeyUsedDifferentRequest, "The idempotency key \(key.key) was used for a different request")
    }
    return write.answer
  }

  mutating func note(_ answer: HTTPAnswer, _ key: Key, to content: Content, by user: RecordID, at now: Timestamp) {
    if writes.count >= Self.maximumKept { prune(at: now) }
    writes[key] = Write(answer: answer, content: content, user: user, time: now)
  }

  private mutating func prune(at now: Timestamp) {
    writes = writes.filter { isKept($0.value, at: now) }
    guard writes.count >= Self.maximumKept else { return }
    for (key, _) in writes.sorted(by: { $0.value.time < $1.value.time }).prefix(Self.maximumKept / 2) {
      writes[key] = nil
    }
  }

  private func isKept(_ write: Write, at now: Timestamp) -> Bool {
    write.time.adding(seconds: Self.secondsKept) > now
  }
}

extension UIAPI {
  /// Does what a write asks for, unless it was done under the same key before.
  static func once(
    _ state: inout OrgState, _ call: RESTCall, _ handler: RESTRoute.Handler
  ) throws(APIError) -> HTTPAnswer {
    let method = REST.method(of: call.request)
    guard method != "GET", method != "HEAD", let text = call.request.headers["idempotency-key"] else {
      return try handler(&state, call)
    }
    guard state.org.hasIdempotentWrites else {
      throw APIError(
        .idempotencyFeatureNotEnabled,
        "Idempotent record writes aren't enabled in your org. Contact Salesforce to enable this feature.")
    }
    guard let uuid = UUID(uuidString: text)?.uuidString, uuid.dropFirst(14).first == "4" else {
      throw APIError(.invalidIdempotencyKey, "Idempotency-Key must be a UUID of version 4: \(text)")
    }
    let key = IdempotentWrites.Key(resource: "\(method) \(call.request.path)", key: uuid)
    let content = IdempotentWrites.Content(call.request.body)
    if let answer = try state.rest.idempotentWrites.answer(key, to: content, by: call.user, at: call.now) {
      return answer
    }
    let answer = try handler(&state, call)
    if answer.status < 300 { state.rest.idempotentWrites.note(answer, key, to: content, by: call.user, at: call.now) }
    return answer
  }
}
