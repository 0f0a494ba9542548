import OrgModel
import OrgServer

import struct Foundation.TimeZone

/// A simulated org in the test's own process: its plug can be pulled, and its records stay.
struct HostedOrg: Sendable {
  let server: OrgServer
  let address: String

  init(tasks: Int = 0) async throws {
    server = OrgServer { now in Org.demo(tasks: tasks, seed: 1, now: now, timeZone: .gmt) }
    address = try await server.start()
  }

  /// Lets something go wrong, as `POST /simulator/faults` takes it.
  func fault(_ body: String) async throws {
    let answer = try await Shell.run(
      "curl", ["-sf", address + "/simulator/faults", "-H", "Content-Type: application/json", "-d", body])
    guard answer.status == 0 else { throw OrgClient.Failure(status: 0, body: answer.errors) }
  }

  func mend() async throws { _ = try await Shell.run("curl", ["-sf", "-X", "DELETE", address + "/simulator/faults"]) }

  /// Connects the profile of a home as the rep.
  func logIn(_ home: borrowing Home) async throws -> OrgClient {
    let rep = try await OrgClient(address)
    _ = try await home.run("login", "--domain", address, "--token-stdin", input: rep.token + "\n")
    return rep
  }

  /// Refuses tasks for which a condition holds, from now on; returns the number of the rule.
  func refuse(_ condition: String, message: String) async throws -> Int {
    try await server.change { try $0.addValidationRule(on: "Task", refusing: condition, message: message) }
  }

  func remove(_ rule: Int) async { _ = await server.change { $0.removeValidationRule(rule) } }
}
