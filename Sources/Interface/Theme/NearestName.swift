/// Finding what somebody meant who mistyped a name.
enum NearestName {
  /// The candidate with the fewest letters to change, if they are few enough to be a slip.
  static func of(_ typed: String, among candidates: some Sequence<String>) -> String? {
    let ranked = candidates.map { (name: $0, distance: distance(typed.lowercased(), $0.lowercased())) }
    return ranked.filter { $0.distance <= max(2, typed.count / 3) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
      .name
  }

  /// How many letters must be put in, taken out or replaced (Levenshtein).
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var next = [index + 1]
      for column in right.indices {
        next.append(
          min(row[column] + (letter == right[column] ? 0 : 1), row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[right.count]
  }
}
