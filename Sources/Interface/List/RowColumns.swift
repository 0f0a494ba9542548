/// Which columns of a row hold what, for the width of the list.
///
/// `▌↑◆[ ] ▲ call    Call Ada about renewal      Ada Lovelace · Acme Corp     In Progress`
struct RowColumns: Hashable, Sendable {
  let selection = 0
  let mark = 1
  /// Whether the next action is about it, with others.
  let marked = 2
  /// Where a click marks it.
  let marking = 0..<3
  let checkBox = 3..<6
  let priority = 7
  let kind: Range<Int>?
  let name: Range<Int>
  /// The person and what it is related to.
  let who: Range<Int>?
  /// Where the badges end.
  let end: Int

  init(width: Int) {
    end = max(10, width - 1)
    kind = width >= 56 ? 9..<15 : nil
    let start = kind == nil ? 9 : 17
    let room = max(0, end - start)
    if room >= 44 {
      name = start..<(start + room * 11 / 20)
      who = (name.upperBound + 2)..<end
    } else {
      name = start..<(start + room)
      who = nil
    }
  }
}
