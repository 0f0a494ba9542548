extension Org {
  /// Refuses every API request of a user who may not use the API, or whose org may not.
  ///
  /// Source: SOAP API Developer Guide, "ExceptionCode": `API_DISABLED_FOR_ORG`, `API_CURRENTLY_DISABLED`.
  package func checkAPI(for user: RecordID) throws(APIError) {
    guard isAPIEnabled else {
      throw APIError(.apiDisabledForOrg, "The REST API is not enabled for this Organization.")
    }
    guard members[user]?.isAPIEnabled ?? true else {
      throw APIError(.apiCurrentlyDisabled, "API is disabled for this User")
    }
  }
}
