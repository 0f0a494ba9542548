import Foundation
import Testing

@testable import OrgModel

struct OrderedIndexTests {
  @Test("The index holds what was put in, in order, however often records move", arguments: [1, 2, 3] as [UInt64])
  func model(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var index = StampIndex()
    var stamps: [Int: Int] = [:]
    for position in 0..<3000 {
      // Mostly later ones, as in an org, and some from the past.
      stamps[position] = random.isOne(in: 5) ? Int.random(in: 0..<3000, using: &random) : position
      index.insert(position, at: Timestamp(milliseconds: stamps[position] ?? 0))
    }
    for _ in 0..<3000 {
      let position = Int.random(in: 0..<3000, using: &random)
      if let old = stamps.removeValue(forKey: position) { index.remove(position, at: Timestamp(milliseconds: old)) }
      guard !random.isOne(in: 3) else { continue }
      let stamp = Int.random(in: 0..<4000, using: &random)
      stamps[position] = stamp
      index.insert(position, at: Timestamp(milliseconds: stamp))
    }
    let expected = stamps.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    for (lower, upper) in [(0, 5000), (700, 1900), (42, 42), (-10, 0), (4000, 9000), (1234, 1235)] {
      let span = Timestamp(milliseconds: lower)..<Timestamp(milliseconds: upper)
      let within = expected.filter { (lower..<upper).contains($0.value) }.map(\.key)
      #expect(index.count(in: span) == within.count)
      #expect(index.positions(in: span) == within)
      var backwards: [Int] = []
      index.forEachPosition(in: span, descending: true) { position in
        backwards.append(position)
        return backwards.count < 10
      }
      #expect(backwards == Array(within.reversed().prefix(10)))
    }
  }

  @Test("Whichever index a query goes by, it finds what a look at every record finds")
  func paths() throws {
    var world = try SmallOrg()
    var random = SplitMix64(seed: 5)
    for number in 0..<300 {
      let id = try world.task(["Subject": .text("\(number % 7)")], by: random.isOne(in: 4) ? world.other : world.rep)
      if random.isOne(in: 3) { world.pass(seconds: 1) }
      if random.isOne(in: 9) { try world.org.update(id.text, ["Subject": .text("x")], by: world.rep, at: world.now) }
      if random.isOne(in: 20) { try world.org.delete(id.text, by: world.rep, at: world.now) }
    }
    let tasks = world.org.all("Task").filter { !$0.isDeleted }
    let middle = tasks[tasks.count / 2].systemModstamp
    let rules: [(soql: String, holds: (Record) -> Bool)] = [
      ("Id != null", { _ in true }),
      ("OwnerId = '\(world.other)'", { $0["OwnerId"].id == world.other }),
      ("OwnerId IN ('\(world.other)', '\(world.rep)')", { _ in true }),
      ("SystemModstamp >= \(middle.zulu)", { $0.systemModstamp >= middle }),
      (
        "OwnerId = '\(world.other)' AND SystemModstamp < \(middle.zulu)",
        { $0["OwnerId"].id == world.other && $0.systemModstamp < middle }
      ),
      ("SystemModstamp = \(middle.zulu)", { $0.systemModstamp == middle }),
      ("NOT SystemModstamp > \(middle.zulu)", { $0.systemModstamp <= middle }),
      (
        "SystemModstamp > \(middle.zulu) OR (SystemModstamp = \(middle.zulu) AND Subject = '3')",
        { $0.systemModstamp > middle || ($0.systemModstamp == middle && $0["Subject"].text == "3") }
      ),
      ("SystemModstamp = TODAY AND SystemModstamp != YESTERDAY", { _ in true }),
      ("SystemModstamp = NEXT_YEAR", { _ in false }),
      ("Id IN ('\(tasks[9].id)', '\(tasks[3].id)')", { [tasks[9].id, tasks[3].id].contains($0.id) }),
    ]
    let orders: [(soql: String, before: (Record, Record) -> Bool)] = [
      ("", { $0.id < $1.id }), ("ORDER BY Id", { $0.id < $1.id }),
      ("ORDER BY SystemModstamp, Id", { ($0.systemModstamp, $0.id) < ($1.systemModstamp, $1.id) }),
      ("ORDER BY SystemModstamp DESC, Id DESC", { ($0.systemModstamp, $0.id) > ($1.systemModstamp, $1.id) }),
      (
        "ORDER BY Subject, SystemModstamp, Id",
        {
          ($0["Subject"].text ?? "", $0.systemModstamp, $0.id) < ($1["Subject"].text ?? "", $1.systemModstamp, $1.id)
        }
      ),
    ]
    for rule in rules {
      for order in orders {
        let expected = tasks.filter(rule.holds).sorted(by: order.before).map(\.id)
        for (window, wanted) in [("", expected[...]), ("LIMIT 7 OFFSET 2", expected.dropFirst(2).prefix(7))] {
          let soql = "SELECT Id FROM Task WHERE \(rule.soql) \(order.soql) \(window)"
          let found = try world.org.rows(soql, by: world.rep, at: world.now).map(\.id)
          #expect(found == Array(wanted), "\(soql)")
        }
      }
    }
  }
}
