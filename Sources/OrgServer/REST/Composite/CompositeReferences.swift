import OrgModel

/// What earlier subrequests answered, for later ones to refer to: `@{refAccount.id}`, `@{contacts.records[0].Name}`.
///
/// Source: REST API Developer Guide, "Composite Request Body", `referenceId`.
///
/// A short reference may stand for a long answer, which holds references' answers itself. So all that is put in the place
/// of references is together no larger than a request may be.
struct CompositeReferences {
  private var answers: [String: JSON] = [:]
  /// How many bytes may still be put in.
  private var room = HTTPListener.maximumBody

  mutating func note(_ answer: JSON, as referenceID: String) { answers[referenceID] = answer }

  /// The subrequest with values in the place of references, in its URL and its body.
  mutating func resolved(_ request: Subrequest) throws(APIError) -> Subrequest {
    var request = request
    request.url = try replaced(in: request.url, FormField.encoded)
    if let body = request.body { request.body = try resolved(body) }
    return request
  }

  private mutating func resolved(_ json: JSON) throws(APIError) -> JSON {
    switch json {
    case .string(let text):
      // A value that is a reference and nothing else keeps its type.
      if let reference = wholeReference(text) {
        let value = try value(of: reference)
        try take(value.utf8.count)
        return value
      }
      return .string(try replaced(in: text) { $0 })
    case .array(let elements):
      var resolvedElements: [JSON] = []
      for element in elements { resolvedElements.append(try resolved(element)) }
      return .array(resolvedElements)
    case .object(let members):
      var resolvedMembers: [JSON.Member] = []
      for member in members { resolvedMembers.append(.init(key: member.key, value: try resolved(member.value))) }
      return .object(resolvedMembers)
    case .null, .bool, .integer, .number:
      return json
    }
  }

  private func wholeReference(_ text: String) -> Substring? {
    guard text.hasPrefix("@{"), text.hasSuffix("}") else { return nil }
    let reference = text.dropFirst(2).dropLast()
    return reference.contains("}") ? nil : reference
  }

  /// - Parameter written: how a value is written within this kind of text.
  private mutating func replaced(in text: String, _ written: (String) -> String) throws(APIError) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "@{"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      result += rest[..<start.lowerBound]
      let value = written(try value(of: rest[start.upperBound..<end]).plainText)
      try take(value.utf8.count)
      result += value
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private mutating func take(_ count: Int) throws(APIError) {
    room -= count
    guard room >= 0 else { throw .requestTooLarge }
  }

  private func value(of reference: Substring) throws(APIError) -> JSON {
    let name = reference.prefix { $0 != "." && $0 != "[" }
    let steps = reference.dropFirst(name.count).split { $0 == "." || $0 == "[" || $0 == "]" }
    var value = answers[String(name)]
    for step in steps {
      if let index = Int(step) {
        value = value?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      } else {
        value = value?[String(step)]
      }
    }
    guard let value, value != .null else {
      throw APIError(
        .processingHalted, "Invalid reference specified. No value for \(reference) found in \(name)")
    }
    return value
  }
}

extension JSON {
  /// The value as it stands within another text.
  fileprivate var plainText: String {
    if case .string(let text) = self { text } else { String(decoding: utf8, as: UTF8.self) }
  }
}
