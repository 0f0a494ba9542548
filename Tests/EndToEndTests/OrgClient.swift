import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// A script that works in the org over REST, as a colleague or as the rep, and knows nothing of Command Center.
struct OrgClient: Sendable {
  struct Failure: Error {
    let status: UInt
    let body: String
  }

  let address: String
  let token: String

  init(_ address: String, username: String = "rep@demo.example") async throws {
    self.address = address
    let form = "grant_type=password&client_id=any&username=\(username)&password=demo"
    let answer = try await Self.send(
      "POST", address + "/services/oauth2/token", form, type: "application/x-www-form-urlencoded")
    token = answer["access_token"] as? String ?? ""
  }

  /// The tasks whose Subject is that text, deleted ones not.
  func tasks(_ subject: String) async throws -> [[String: any Sendable]] {
    try await query(
      "SELECT Id, Subject, Status, Priority, ActivityDate, Description, OwnerId, WhoId, WhatId, SystemModstamp FROM Task WHERE Subject = '\(subject)'"
    )
  }

  /// The Id of a user.
  func userID(of username: String) async throws -> String? {
    try await query("SELECT Id FROM User WHERE Username = '\(username)'").first?["Id"] as? String
  }

  /// The Id of a record of an object, by its name.
  func id(of object: String, named name: String) async throws -> String? {
    try await query("SELECT Id FROM \(object) WHERE Name = '\(name)'").first?["Id"] as? String
  }

  func query(_ soql: String) async throws -> [[String: any Sendable]] {
    let text = soql.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return try await call("GET", "/query?q=\(text)")["records"] as? [[String: any Sendable]] ?? []
  }

  /// Waits until the org holds what is expected. The org tells nobody outside it; asking again is the condition.
  func wait(for subject: String, until isThere: ([[String: any Sendable]]) -> Bool) async throws {
    while try await !isThere(tasks(subject)) { try Task.checkCancellation() }
  }

  func create(_ fields: [String: any Sendable], as object: String = "Task") async throws -> String {
    try await call("POST", "/sobjects/\(object)", fields)["id"] as? String ?? ""
  }

  /// Creates up to 200 tasks by one request.
  func create(_ tasks: [[String: any Sendable]]) async throws {
    let records = tasks.map { $0.merging(["attributes": ["type": "Task"]]) { $1 } }
    _ = try await call("POST", "/composite/sobjects", ["allOrNone": true, "records": records])
  }

  func update(_ id: String, _ fields: [String: any Sendable]) async throws {
    _ = try await call("PATCH", "/sobjects/Task/\(id)", fields)
  }

  func delete(_ id: String) async throws { _ = try await call("DELETE", "/sobjects/Task/\(id)") }

  /// Deletes up to 200 tasks by one request.
  func delete(_ ids: [String]) async throws {
    _ = try await call("DELETE", "/composite/sobjects?ids=\(ids.joined(separator: ","))")
  }

  private func call(_ method: String, _ path: String, _ body: [String: any Sendable]? = nil) async throws
    -> [String: any Sendable]
  {
    let json = try body.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
    return try await Self.send(
      method, "\(address)/services/data/v67.0\(path)", json, type: "application/json", token: token)
  }

  private static func send(_ method: String, _ url: String, _ body: String?, type: String, token: String? = nil)
    async throws -> [String: any Sendable]
  {
    var request = HTTPClientRequest(url: url)
    request.method = .RAW(value: method)
    request.headers.add(name: "Content-Type", value: type)
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    if let body { request.body = .bytes(ByteBuffer(string: body)) }
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(10))
    let text = String(buffer: try await response.body.collect(upTo: 1 << 24))
    guard (200..<300).contains(response.status.code) else {
      throw Failure(status: response.status.code, body: text)
    }
    return try text.isEmpty
      ? [:] : JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: any Sendable] ?? [:]
  }
}
