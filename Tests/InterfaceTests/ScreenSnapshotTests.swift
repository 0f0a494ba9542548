import Terminal
import Testing

@testable import Interface

@Suite("Screens look as their snapshots")
struct ScreenSnapshotTests {
  @Test("The agenda", arguments: [(80, 24), (120, 40), (100, 30), (40, 10), (60, 16)])
  func agenda(columns: Int, rows: Int) throws {
    try Snapshot.expect(
      Fixture.state(columns, rows).picture.text, named: "agenda-\(columns)x\(rows)",
      shows: "The agenda of a full day at \(columns)x\(rows), synced live")
  }
}
