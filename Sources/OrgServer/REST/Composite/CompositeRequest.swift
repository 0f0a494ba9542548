import OrgModel

/// The body of a composite request: subrequests that can use what earlier ones answered.
///
/// Source: REST API Developer Guide, "Composite", "Composite Request Body".
struct CompositeRequest {
  static let maximumSubrequests = 25
  static let maximumQueriesAndCollections = 5

  let allOrNone: Bool
  let subrequests: [(referenceID: String, request: Subrequest)]

  init(_ body: JSON) throws(APIError) {
    guard let list = body["compositeRequest"]?.array, !list.isEmpty else {
      throw APIError(.jsonParserError, "compositeRequest must be a list of subrequests")
    }
    guard list.count <= Self.maximumSubrequests else {
      throw APIError(
        .limitExceeded, "A composite request has \(Self.maximumSubrequests) subrequests at most, not \(list.count)")
    }
    var subrequests: [(referenceID: String, request: Subrequest)] = []
    for json in list { subrequests.append((try Self.referenceID(of: json), try Self.subrequest(json))) }
    guard Set(subrequests.map(\.referenceID)).count == subrequests.count else {
      throw APIError(.jsonParserError, "Each referenceId must be used once")
    }
    guard subrequests.count(where: { $0.request.isQueryOrCollection }) <= Self.maximumQueriesAndCollections else {
      throw APIError(
        .limitExceeded,
        "A composite request has \(Self.maximumQueriesAndCollections) queries and sObject Collections at most")
    }
    allOrNone = body["allOrNone"]?.bool ?? false
    self.subrequests = subrequests
  }

  /// Source: REST API Developer Guide, "Composite Subrequest Result", on illegal characters.
  private static func referenceID(of json: JSON) throws(APIError) -> String {
    guard let id = json["referenceId"]?.string else {
      throw APIError(.jsonParserError, "Each subrequest needs a referenceId")
    }
    let isLegal = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    guard isLegal, let first = id.first, first != "_" else {
      throw APIError(
        .jsonParserError,
        "Provided referenceId ('\(id)') must start with a letter or a number, and it can contain only letters, numbers "
          + "and underscores ('_').")
    }
    return id
  }

  private static func subrequest(_ json: JSON) throws(APIError) -> Subrequest {
    guard let method = json["method"]?.string, ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(method) else {
      throw APIError(.jsonParserError, "Each subrequest needs a method, in capitals")
    }
    guard let url = json["url"]?.string, url.hasPrefix("/services/data/") else {
      throw APIError(.jsonParserError, "Each subrequest needs a url that starts with /services/data/")
    }
    var request = Subrequest(method: method, url: url, body: json["body"].flatMap { $0 == .null ? nil : $0 })
    for header in json["httpHeaders"]?.members ?? [] {
      let name = header.key.lowercased()
      guard !Subrequest.inheritedHeaders.contains(name) else {
        throw APIError(.jsonParserError, "A subrequest cannot have the header \(header.key)")
      }
      request.headers[name] = header.value.string
    }
    return request
  }
}
