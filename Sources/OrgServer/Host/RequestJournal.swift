import OrgModel

/// What was asked of the server, for those who want to know what a client does.
struct RequestJournal: Sendable {
  /// The last requests, oldest first; at least `kept` of them, once there were so many.
  private var entries: [Entry] = []
  private var counts: [Key: Int] = [:]
  private var routes: [Key: Int] = [:]
  private var total = 0

  static let kept = 1000

  /// A request and what became of it.
  struct Entry: Sendable {
    /// The first request has the number 1.
    var number = 0
    let time: Timestamp
    let method: String
    let path: String
    /// Without secrets.
    let query: String
    let status: Int
    let username: String?
    let received: Int
    let sent: Int
    let duration: Duration
    let faults: [Int]
  }

  private struct Key: Hashable, Comparable, Sendable {
    let method: String
    let path: String

    static func < (left: Key, right: Key) -> Bool { (left.path, left.method) < (right.path, right.method) }
  }

  mutating func note(_ entry: Entry) {
    total += 1
    counts[Key(method: entry.method, path: entry.path), default: 0] += 1
    routes[Key(method: entry.method, path: RequestRoute.name(of: entry.path)), default: 0] += 1
    var entry = entry
    entry.number = total
    entries.append(entry)
    if entries.count > 2 * Self.kept { entries.removeFirst(Self.kept) }
  }

  /// How many requests there were, by `METHOD path`.
  var countsByName: [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ("\($0.key.method) \($0.key.path)", $0.value) })
  }

  /// All counts, and the last requests that `filter` lets through, at most `limit` of them.
  func json(limit: Int = kept, where filter: (Entry) -> Bool = { _ in true }) -> JSON {
    let log = entries.filter(filter).suffix(limit)
    return [
      "total": .integer(total), "routes": Self.json(of: routes), "counts": Self.json(of: counts),
      "log": .array(log.map(\.json)),
    ]
  }

  private static func json(of counts: [Key: Int]) -> JSON {
    .array(
      counts.sorted { $0.key < $1.key }
        .map { key, count in
          ["method": .string(key.method), "path": .string(key.path), "count": .integer(count)]
        })
  }
}

extension RequestJournal.Entry {
  init(_ reply: HTTPReply, to request: HTTPCall, sent: Int, after duration: Duration, at time: Timestamp) {
    self.init(
      time: time, method: request.method, path: request.path, query: RequestRoute.harmless(request.query),
      status: reply.answer.status, username: reply.username, received: request.body.count, sent: sent,
      duration: duration, faults: reply.faults)
  }

  var json: JSON {
    [
      "number": .integer(number), "time": .string(time.description), "method": .string(method), "path": .string(path),
      "query": .string(query), "status": .integer(status), "user": username.map { .string($0) } ?? .null,
      "received": .integer(received), "sent": .integer(sent),
      "milliseconds": .number((duration / .microseconds(1)).rounded() / 1000),
      "faults": .array(faults.map { .integer($0) }),
    ]
  }
}
