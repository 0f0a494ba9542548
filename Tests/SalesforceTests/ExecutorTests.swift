import Testing

/// What `NonisolatedNonsendingByDefault` promises, and all state in actors here stands on.
@Suite("Errors and actors")
struct ExecutorTests {
  @Test("After an error of another actor a caller is on its own actor again")
  func errorReturnsToItsActor() async {
    await #expect(processExitsWith: .success) { await Asking().ask(Refusing()) }
  }
}

private actor Refusing {
  struct Refusal: Error {}

  func answer() async throws(Refusal) { throw Refusal() }
}

private actor Asking {
  func ask(_ other: Refusing) async {
    do {
      try await passOn(other)
    } catch {
      preconditionIsolated()
    }
  }
}

/// Runs on its caller's actor; the error goes through it as it is.
private func passOn(_ other: Refusing) async throws(Refusing.Refusal) { try await other.answer() }
