/// What there is to do today, and how much was done on each of the last days.
package struct Glance: Hashable, Sendable {
  /// How many tasks were completed on each of the days that were asked for, in their order.
  package var completed: [Int]
  /// How many are open and due today.
  package var open: Int
  package var overdue: Int

  package init(completed: [Int], open: Int, overdue: Int) {
    self.completed = completed
    self.open = open
    self.overdue = overdue
  }
}
