import OrgModel

/// What was asked of the server, for those who want to know what a client does.
struct RequestJournal: Sendable {
  /// The last requests, oldest first; at least `kept` of them, once there were so many.
  private var entries: [Entry] = []
  private var counts: [Key: Int] = [:]
  private var routes: [Key: Int] = [:]
  private var total = 0

  static let kept = 1000
  /// So many different requests are counted by name, the rest together as `other`.
  static let maximumNames = 1000
  /// How much is noted of a long path, query or method, in characters.
  static let maximumText = 1000

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

    static let others = Key(method: "*", path: "other")

    static func < (left: Key, right: Key) -> Bool { (left.path, left.method) < (right.path, right.method) }
  }

  mutating func note(_ entry: Entry) {
    total += 1
    Self.count(Key(method: entry.method, path: entry.path), in: &counts)
    Self.count(Key(method: entry.method, path: RequestRoute.name(of: entry.path)), in: &routes)
    var entry = entry
    entry.number = total
    entries.append(entry)
    if entries.count > 2 * Self.kept { entries.removeFirst(Self.kept) }
  }

  private static func count(_ key: Key, in counts: inout [Key: Int]) {
    counts[counts[key] != nil || counts.count < maximumNames ? key : .others, default: 0] += 1
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
      time: time, method: Self.shortened(request.method), path: Self.shortened(request.path),
      query: Self.shortened(RequestRoute.harmless(request.query)),
      status: reply.answer.status, username: reply.username, received: request.body.count, sent: sent,
      duration: duration, faults: reply.faults)
  }

  private static func shortened(_ text: String) -> String {
    let kept = text.prefix(RequestJournal.maximumText)
    return kept.endIndex == text.endIndex ? text : "\(kept)…"
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
