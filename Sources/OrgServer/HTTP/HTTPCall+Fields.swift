extension HTTPCall {
  /// The fields of the form by name; the first of a name counts.
  var formValues: [String: String] {
    Dictionary(form.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cookies by name.
  var cookies: [String: String] {
    let pairs = (headers["cookie"] ?? "").split(separator: ";")
      .compactMap { pair -> (String, String)? in
        let parts = pair.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        return (parts[0].filter { $0 != " " }, String(parts[1]))
      }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
