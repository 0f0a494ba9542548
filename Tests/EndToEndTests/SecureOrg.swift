import Foundation
import OrgModel
import OrgServer

/// A simulated org over TLS, and stand-ins for the programs of a desktop, in a folder on the `PATH`.
struct SecureOrg: ~Copyable {
  let server: OrgServer
  let address: String
  let home: Home
  private let authority: CertificateAuthority
  /// What every program here is given beside the home.
  let environment: [String: String]

  init() async throws {
    let authority = try CertificateAuthority()
    var configuration = OrgServer.Configuration(tls: .authority(authority))
    configuration.remembersSecrets = true
    let server = OrgServer(configuration: configuration) { now in
      Org.demo(tasks: 3, seed: 1, now: now, timeZone: .gmt)
    }
    let address = try await server.start()
    let home = try Home()
    let file = home.path + "/authority.pem"
    try authority.pem.write(toFile: file, atomically: true, encoding: .utf8)
    try FileManager.default.createDirectory(atPath: home.path + "/bin", withIntermediateDirectories: true)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    environment = home.environment.merging([
      "SSL_CERT_FILE": file, "CURL_CA_BUNDLE": file, "PATH": "\(home.path)/bin:\(path)",
    ]) { $1 }
    (self.server, self.address, self.authority) = (server, address, authority)
    self.home = home
  }

  /// Puts another server where the org was, with a certificate that is not the org's.
  func replace(by certificate: ServerCertificate) async throws -> OrgServer {
    await server.stop()
    let port = Int(address.split(separator: ":").last ?? "") ?? 0
    let impostor = OrgServer(configuration: .init(port: port, tls: .authority(authority, certificate))) { now in
      Org.demo(tasks: 3, seed: 1, now: now, timeZone: .gmt)
    }
    _ = try await impostor.start()
    return impostor
  }

  /// Puts a shell script on the `PATH`; in it `$HOLD` is a folder to keep things in.
  func install(_ name: String, _ script: String) throws {
    let path = "\(home.path)/bin/\(name)"
    try "#!/bin/sh\nHOLD='\(home.path)/bin'\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
  }

  func run(_ arguments: String..., input: String = "", environment more: [String: String] = [:]) async throws
    -> Shell.Answer
  {
    try await Shell.run(
      Shell.products.appending(path: "command-center").path, arguments, input: input,
      environment: environment.merging(more) { $1 })
  }

  /// Runs a script in the same environment.
  func shell(_ script: String) async throws -> Shell.Answer {
    try await Shell.run("/bin/sh", ["-c", script], environment: environment)
  }

  /// What a file that a script has written holds.
  func held(_ name: String) -> String {
    (try? String(contentsOfFile: "\(home.path)/bin/\(name)", encoding: .utf8)) ?? ""
  }

  func file(_ name: String) -> String {
    (try? String(contentsOfFile: "\(home.path)/\(name)", encoding: .utf8)) ?? ""
  }

  func steer(_ path: String, _ body: String) async throws {
    let answer = try await shell(
      "curl -sf '\(address)/simulator/\(path)' -H 'Content-Type: application/json' -d '\(body)'")
    guard answer.status == 0 else { throw OrgClient.Failure(status: 0, body: answer.output + answer.errors) }
  }

  /// Registers a connected app with a free port, as `settings` then have it; returns the callback.
  func registerApp() async throws -> String {
    let callback = "http://localhost:\(try freePort())/OauthRedirect"
    try await steer(
      "connected-apps",
      #"{"clientId":"mine","callbackUrls":["\#(callback)"],"requirePkce":true,"rotateRefreshTokens":true}"#)
    _ = try await run("settings", "set", "client_id", "mine")
    _ = try await run("settings", "set", "callback_url", callback)
    return callback
  }

  /// Registers a connected app `robot` that the rep may use by a private key; returns the file of the key.
  func registerRobot() async throws -> String {
    let made = try await shell(
      """
      cd "$COMMAND_CENTER_HOME/bin" && openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out key.crt -subj /CN=test \
        -days 2 2>/dev/null && chmod 600 key.pem
      """)
    guard made.status == 0 else { throw OrgClient.Failure(status: 0, body: made.errors) }
    let certificate = held("key.crt").replacing("\n", with: "\\n")
    try await steer(
      "connected-apps",
      #"{"clientId": "robot", "certificate": "\#(certificate)", "approvedUsers": ["rep@demo.example"]}"#)
    return home.path + "/bin/key.pem"
  }

  /// A browser in which a user logs in and decides, and which then shows the page that it is led to.
  func installBrowser(username: String = "rep@demo.example", decision: String = "allow") throws {
    try install(
      "browser",
      """
      page=$(curl -s -c "$HOLD/jar" "$1")
      id=$(printf '%s' "$page" | sed -n 's/.*name="page" value="\\([^"]*\\)".*/\\1/p')
      curl -s -b "$HOLD/jar" -o /dev/null -w '%{redirect_url}' '\(address)/services/oauth2/authorize/decision' \
        --data-urlencode "page=$id" -d username=\(username) -d password=demo -d decision=\(decision) \
        > "$HOLD/callback"
      test -n "$KEEP" || curl -s "$(cat "$HOLD/callback")" > "$HOLD/page"
      """)
  }

  private func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isBound else { throw CancellationError() }
    return UInt16(bigEndian: address.sin_port)
  }
}
