import OrgModel

extension OrgHost {
  /// Waits until there is something to tell a streaming client, its time is up, or it has gone.
  func wait(for hold: Streaming.Hold) async {
    await wait(milliseconds: hold.milliseconds, for: hold)
  }

  /// Waits because a fault says so, whether the client waits for the answer or not.
  func pause(milliseconds: Int) async {
    guard milliseconds > 0 else { return }
    await wait(milliseconds: milliseconds, for: nil)
  }

  private func wait(milliseconds: Int, for hold: Streaming.Hold?) async {
    guard !isStopped else { return }
    let number = waits.makeNumber()
    let due = Timestamp(milliseconds: Timestamp(now()).milliseconds + milliseconds)
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let timer = Task { [weak self] in
          guard (try? await Task.sleep(for: .milliseconds(milliseconds))) != nil else { return }
          await self?.endWait(number)
        }
        waits.add(Waits.Wait(hold: hold, due: due, continuation: continuation, timer: timer), number: number)
      }
    } onCancel: {
      guard hold != nil else { return }
      Task { await self.endWait(number) }
    }
  }

  private func endWait(_ number: Int) { waits.end(number) }

  /// Lets the requests go on whose answer has become due by a change of the org, or of its clock.
  func wakeDue() {
    let time = Timestamp(now())
    waits.end { wait in
      wait.due <= time || wait.hold.map { state.isDue($0, at: time) } ?? false
    }
  }
}
