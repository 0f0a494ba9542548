extension RESTConnection {
  /// Whether an administrator has selected Task for Change Data Capture, on the standard channel.
  ///
  /// Refused without the permission View Setup and Configuration (Tooling API, "PlatformEventChannelMember").
  func capturesTasks() async throws(OrgError) -> Bool {
    let soql = "SELECT SelectedEntity FROM PlatformEventChannelMember WHERE EventChannel = 'ChangeEvents'"
    let selected: Selected = try await call(.get, "/tooling/query", query: [("q", soql)]).decoded()
    return selected.records.contains { $0.SelectedEntity == "TaskChangeEvent" }
  }
}

private struct Selected: Decodable {
  struct Member: Decodable {
    let SelectedEntity: String?
  }

  let records: [Member]
}
