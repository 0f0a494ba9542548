import Foundation
import OrgModel

extension OrgHost {
  /// Lets the colleague make a change, now or at another time; returns the Id of the task.
  @discardableResult
  func stepColleague(at time: Date? = nil) -> RecordID? {
    var colleague = colleague
    defer { self.colleague = colleague }
    return change { colleague.step(&$0.org, at: time ?? now()) }
  }

  /// Lets the colleague make a change every so often, until stopped.
  func startColleague(every pace: Duration) {
    stopColleague()
    colleaguePace = pace
    colleagueTask = Task { [weak self] in
      while (try? await Task.sleep(for: pace)) != nil {
        await self?.stepColleague()
      }
    }
  }

  func stopColleague() {
    colleaguePace = nil
    colleagueTask?.cancel()
    colleagueTask = nil
  }
}
