import Foundation
import OrgModel
import OrgServer
import Testing

@Suite("A server in the place of the org", .serialized, .timeLimit(.minutes(2)))
struct ImpostorTests {
  @Test(
    "With a wrong certificate it hears nothing but the beginning of a handshake; what waits is sent to the org, once",
    arguments: [
      (ServerCertificate.wrongHost, "its certificate is for another host; nothing was sent"),
      (.expired, "its certificate is not trusted; nothing was sent"),
      (.selfSigned, "its certificate is not trusted; nothing was sent"),
    ])
  func certificate(_ certificate: ServerCertificate, told: String) async throws {
    let org = try await SecureOrg()
    let token = try await org.server.openSession(for: "rep@demo.example").accessToken
    _ = try await org.run("login", "--domain", org.address, "--token-stdin", input: token + "\n")
    _ = try await org.run("settings", "set", "sync", "on")
    try #require(try await org.run("sync").status == 0)
    _ = try await org.run("add", "For the org alone today")

    let impostor = try await org.replace(by: certificate)
    for arguments in [["sync"], ["doctor"], ["login", "--domain", org.address, "--token-stdin"]] {
      let answer = try await Shell.run(
        Shell.products.appending(path: "command-center").path, arguments, input: token + "\n",
        environment: org.environment)
      #expect(answer.status == (arguments == ["doctor"] ? 1 : 69))
      #expect((answer.output + answer.errors).contains(told), "\(arguments): \(answer.output)\(answer.errors)")
    }
    #expect(await impostor.requestCounts().isEmpty)
    await impostor.stop()

    _ = try await org.server.start()
    let healed = try await org.run("sync")
    #expect(healed.status == 0, "\(healed.errors)")
    let arrived = await org.server.change { org in org.all("Task").count { $0["Subject"].text == "For the org alone" } }
    #expect(arrived == 1)
    await org.server.stop()
  }
}
