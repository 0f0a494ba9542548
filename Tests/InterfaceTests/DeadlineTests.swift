import Foundation
import Reminders
import Testing

@testable import Interface

@Suite("When the picture changes by time alone")
struct DeadlineTests {
  private func deadline(_ state: State) -> TimeInterval? {
    Interface.nextDeadline(state)?.timeIntervalSince(Fixture.now)
  }

  @Test("Idle, only the clock goes on: the next minute")
  func idle() {
    var state = Fixture.state()
    #expect(deadline(state) == 60)
    state.send(.time(Fixture.now.addingTimeInterval(12.5), Fixture.today))
    #expect(deadline(state) == 60)
  }

  @Test("A highlight ends after eight seconds, a notice after six")
  func highlight() {
    var agenda = Fixture.agenda
    agenda[.today][0].remoteChange = RemoteChange(author: Fixture.carla, arrivedAt: Fixture.now.addingTimeInterval(-3))
    agenda[.today][1].remoteChange = RemoteChange(
      author: Fixture.carla, arrivedAt: Fixture.now.addingTimeInterval(-300))
    var state = Fixture.state(agenda: agenda)
    #expect(deadline(state) == 5)
    state.send(.time(Fixture.now.addingTimeInterval(5), Fixture.today))
    #expect(deadline(state) == 60)
    state.press("d")
    state.send(.performed(ActionReport(summary: "Deleted", reminders: [])))
    #expect(deadline(state) == 11)
  }

  @Test("Only waiting counts every second, in step with its end")
  func waiting() {
    var state = Fixture.state(status: SyncStatus(state: .waiting(until: Fixture.now.addingTimeInterval(31.4))))
    #expect(abs((deadline(state) ?? 0) - 0.4) < 0.001)
    state.send(.time(Fixture.now.addingTimeInterval(0.5), Fixture.today))
    #expect(abs((deadline(state) ?? 0) - 1.4) < 0.001)
    state.send(.time(Fixture.now.addingTimeInterval(40), Fixture.today))
    #expect(deadline(state) == 60)
    state.send(.status(SyncStatus(state: .waiting(until: Fixture.now.addingTimeInterval(900)))))
    #expect(deadline(state) == 60)
  }

  @Test("The day ends")
  func day() {
    var state = Fixture.state()
    let end = Fixture.today.end
    state.send(.time(end.addingTimeInterval(-20), Fixture.today))
    #expect(Interface.nextDeadline(state) == end)
  }

  @Test("No deadline is in the past, so that nothing spins")
  func future() {
    var state = Fixture.state()
    state.send(.time(Fixture.today.end.addingTimeInterval(90), Fixture.today))
    #expect((Interface.nextDeadline(state) ?? .distantPast) > Fixture.today.end.addingTimeInterval(90))
  }
}
