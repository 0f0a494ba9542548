import OrgModel

extension OrgHost {
  /// Lets the colleague make a change; returns the Id of the task.
  @discardableResult
  func stepColleague() -> RecordID? {
    var colleague = colleague
    defer { self.colleague = colleague }
    return change { colleague.step(&$0.org, at: now()) }
  }

  /// Lets the colleague make a change every so often, until stopped.
  func startColleague(every pace: Duration) {
    stopColleague()
    colleagueTask = Task { [weak self] in
      while (try? await Task.sleep(for: pace)) != nil {
        await self?.stepColleague()
      }
    }
  }

  func stopColleague() {
    colleagueTask?.cancel()
    colleagueTask = nil
  }
}
