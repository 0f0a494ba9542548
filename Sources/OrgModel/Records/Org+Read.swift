extension Org {
  /// A record as `user` sees it, without the values that are hidden from him. `id` may have 15 or 18 characters; with
  /// `object`, it must be one of that object.
  package func record(_ id: String, of object: String? = nil, by user: RecordID) throws(APIError) -> Record {
    masked(try live(id, of: object, for: user), for: user)
  }
}
