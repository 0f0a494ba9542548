import Foundation
import Localization
import Salesforce

/// The logins of the Salesforce CLI, by its program `sf`, which keeps and renews them (Salesforce CLI Command Reference,
/// "org display" and "org auth show-access-token").
struct SalesforceCLI: Sendable {
  /// It starts slowly, and may renew the session meanwhile.
  private static let patience = Duration.seconds(60)

  /// - Parameter org: an alias or a username; `nil`: the default org of the CLI.
  func login(of org: String?) async throws(LoginError) -> Login {
    let target = org.map { ["--target-org", $0] } ?? []
    let shown = try await ask(["org", "display"] + target)
    guard let username = shown.username, let instance = shown.instanceUrl else {
      throw .unusable("the Salesforce CLI does not say where the org is; update it with: sf update")
    }
    if let status = shown.connectedStatus, status != "Connected", status != "Unknown" {
      throw .unusable("the Salesforce CLI is not connected to \(username) (\(status)); run: sf org login web")
    }
    let address: OrgAddress
    do throws(OrgAddressError) { address = try OrgAddress(instance) } catch {
      throw .unusable("\(instance): \(error.text)")
    }
    return Login(
      session: Session(accessToken: try await token(of: username, shown), refreshToken: nil, instance: address),
      method: .salesforceCLI(username: username))
  }

  /// The session that follows one that ended, of the same user.
  func session(of username: String, after ended: Session) async throws(LoginError) -> Session {
    let next = try await login(of: username)
    guard case .salesforceCLI(username) = next.method else {
      throw .otherUser(expected: username, found: localized("another user of the Salesforce CLI"))
    }
    guard next.session.accessToken != ended.accessToken else {
      throw .unusable("the session of the Salesforce CLI for \(username) ended; run: sf org login web")
    }
    return next.session
  }

  /// Since version 2.136 `org display` hides the token; a token begins with the Id of its organization.
  private func token(of username: String, _ shown: Answer.Org) async throws(LoginError) -> Secret {
    if let token = shown.accessToken, token.hasPrefix("00D") { return Secret(token) }
    let answer = try await ask(["org", "auth", "show-access-token", "--target-org", username])
    guard let token = answer.accessToken, token.hasPrefix("00D") else {
      throw .unusable("the Salesforce CLI does not give the access token of \(username); update it with: sf update")
    }
    return Secret(token)
  }

  private struct Answer: Decodable {
    struct Org: Decodable {
      let username: String?
      let accessToken: String?
      let instanceUrl: String?
      let connectedStatus: String?
    }

    let result: Org?
    /// Why there is no result.
    let message: String?
  }

  private func ask(_ arguments: [String]) async throws(LoginError) -> Answer.Org {
    guard let program = Program("sf") else {
      throw .unusable("there is no program sf on your PATH; install the Salesforce CLI, or log in by the browser")
    }
    let output: Data
    do throws(Program.Failure) {
      // Colours would be in the JSON too.
      let answer = try await program.run(
        arguments + ["--json"], environment: ["NO_COLOR": "1", "FORCE_COLOR": "0"], patience: Self.patience)
      output = Data(answer.output.utf8)
    } catch {
      throw .unusable("the Salesforce CLI does not answer; try: sf \(arguments.joined(separator: " "))")
    }
    guard let answer = try? JSONDecoder().decode(Answer.self, from: output) else {
      throw .unusable("the Salesforce CLI answered in an unknown way; update it with: sf update")
    }
    guard let org = answer.result else {
      let reason = answer.message?.split(whereSeparator: \.isNewline).first
        .map { LocalizedText(verbatim: String($0).withoutControls) }
      throw .unusable("the Salesforce CLI says: \(reason ?? LocalizedText("nothing"))")
    }
    return org
  }
}
