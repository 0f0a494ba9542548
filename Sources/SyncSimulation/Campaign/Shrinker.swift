/// Makes a history that breaks an invariant as short as it can while it still breaks the same one.
package enum Shrinker {
  package static func shrink(_ history: History, variant: Variant = .asIs) async -> History {
    var shortest = history
    guard let invariant = await Simulation.run(history, variant: variant).violations.first?.invariant else {
      return history
    }
    // Halves, quarters and so on are left out as long as that helps, then single events.
    var size = max(1, shortest.events.count / 2)
    while true {
      var hasShrunk = false
      var start = 0
      while start < shortest.events.count {
        var shorter = shortest
        shorter.events.removeSubrange(start..<min(start + size, shorter.events.count))
        if await Simulation.run(shorter, variant: variant).violations.first?.invariant == invariant {
          shortest = shorter
          hasShrunk = true
        } else {
          start += size
        }
      }
      if size == 1, !hasShrunk { return shortest }
      size = max(1, size / 2)
    }
  }
}
