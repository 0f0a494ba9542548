import Foundation
import Logging
import OrgModel
import OrgServer

@testable import Salesforce

/// A simulated org over HTTP, and connections to it; it is stopped at the end.
struct HostedOrg: Sendable {
  let server: OrgServer
  private let address: OrgAddress

  static func run(_ body: @Sendable (HostedOrg) async throws -> Void) async throws {
    let server = OrgServer { now in Org.demo(tasks: 0, seed: 1, now: now, timeZone: .gmt) }
    do {
      try await body(HostedOrg(server: server, address: try OrgAddress(try await server.start())))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  /// As the program connects, for one user.
  func connection(as user: DemoUser = .rep) async throws -> RESTConnection {
    let session = try await server.openSession(for: user.username)
    return RESTConnection(
      session: Session(accessToken: Secret(session.accessToken), refreshToken: nil, instance: address),
      renewal: .impossible, transport: HTTPTransport(),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  }

  /// The Subjects of the live tasks in the order of creation, whoever may see them.
  func subjects() async -> [String] {
    await server.change { org in org.all("Task").filter { !$0.isDeleted }.map { $0["Subject"].text ?? "" } }
  }

  /// Makes the field with which tasks can be named.
  func addExternalIDField() async {
    await server.change { org in
      org.optionalFields = [
        FieldName(object: "Task", field: "Command_Center_Id__c"), FieldName(object: "Task", field: "Legacy_Id__c"),
      ]
    }
  }
}
