import OrgModel

/// What was asked of the server, for those who want to know what a client does.
struct RequestJournal: Sendable {
  /// The last thousand requests, oldest first.
  private var entries: [Entry] = []
  private var counts: [Key: Int] = [:]
  private var total = 0

  private struct Entry: Sendable {
    let key: Key
    let status: Int
    let time: Timestamp
  }

  private struct Key: Hashable, Comparable, Sendable {
    let method: String
    let path: String

    static func < (left: Key, right: Key) -> Bool { (left.path, left.method) < (right.path, right.method) }
  }

  mutating func note(method: String, path: String, status: Int, at time: Timestamp) {
    let key = Key(method: method, path: path)
    total += 1
    counts[key, default: 0] += 1
    entries.append(Entry(key: key, status: status, time: time))
    if entries.count > 2000 { entries.removeFirst(1000) }
  }

  /// How many requests there were, by `METHOD path`.
  var countsByName: [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ("\($0.key.method) \($0.key.path)", $0.value) })
  }

  var json: JSON {
    let counted = counts.sorted { $0.key < $1.key }
      .map { key, count -> JSON in
        ["method": .string(key.method), "path": .string(key.path), "count": .integer(count)]
      }
    let log = entries.suffix(1000)
      .map { entry -> JSON in
        [
          "time": .string(entry.time.description), "method": .string(entry.key.method),
          "path": .string(entry.key.path), "status": .integer(entry.status),
        ]
      }
    return ["total": .integer(total), "counts": .array(counted), "log": .array(log)]
  }
}
