import OrgModel

/// Records of an sObject Collections request that are refused, whatever is right or wrong with them.
struct BatchRefusal: Sendable {
  /// `statusCode`, `message` and `fields`, as a result has them.
  let error: JSON
  /// Which ones, from 0; `nil`: by chance.
  let positions: Set<Int>?
  /// How likely each is refused, if by chance.
  let rate: Double

  /// The positions of those that are refused of so many.
  func choose(of count: Int, _ random: inout SplitMix64) -> Set<Int> {
    var refused: Set<Int> = []
    for position in 0..<count {
      let isRefused = positions?.contains(position) ?? (Double.random(in: 0..<1, using: &random) < rate)
      if isRefused { refused.insert(position) }
    }
    return refused
  }
}

extension BatchRefusal {
  /// A request that writes many records, taken apart.
  struct Batch {
    private let request: HTTPCall
    private let isDelete: Bool
    private let body: JSON
    /// Of a delete, the Ids; else the records.
    private let items: [JSON]
    private let allOrNone: Bool

    /// `nil` if it is another kind of request.
    init?(_ request: HTTPCall) {
      self.request = request
      isDelete = REST.method(of: request) == "DELETE"
      body = (try? JSON(utf8: request.body)) ?? .null
      if isDelete, let ids = request.parameter("ids") {
        items = ids.split(separator: ",").map { JSON.string($0.filter { $0 != " " }) }.filter { $0 != "" }
        allOrNone = request.parameter("allOrNone")?.lowercased() == "true"
      } else if let records = body["records"]?.array {
        items = records
        allOrNone = body["allOrNone"]?.bool ?? false
      } else {
        return nil
      }
    }

    var count: Int { items.count }

    /// The request without the refused ones; `nil` where nothing is left to do.
    func without(_ refused: Set<Int>) -> HTTPCall? {
      let rest = items.enumerated().filter { !refused.contains($0.offset) }.map(\.element)
      guard !rest.isEmpty, !(allOrNone && !refused.isEmpty) else { return nil }
      guard !isDelete else {
        let ids = FormField(name: "ids", value: rest.compactMap(\.string).joined(separator: ","))
        return request.with(query: request.query.map { $0.name == "ids" ? ids : $0 }, body: [])
      }
      let members = (body.members ?? [])
        .map { JSON.Member(key: $0.key, value: $0.key == "records" ? .array(rest) : $0.value) }
      return request.with(query: request.query, body: JSON.object(members).utf8)
    }

    /// The answer to the whole request, of the answer to the rest of it.
    func answer(refusing refused: Set<Int>, with refusal: BatchRefusal, _ answer: HTTPAnswer?) -> HTTPAnswer? {
      var results: [JSON] = []
      if let answer {
        // What is no list of results says what is wrong with the request as a whole.
        guard case .json(.array(let list)) = answer.body, answer.status == 200 else { return answer }
        results = list
      }
      var rest = results[...]
      return HTTPAnswer(
        200,
        .array(
          items.enumerated()
            .compactMap { position, item in
              refused.contains(position) ? failure(item, refusal.error) : rest.popFirst() ?? rolledBack(item)
            }))
    }

    private func failure(_ item: JSON, _ error: JSON) -> JSON {
      let id = item.string ?? item.members?.first { $0.key.lowercased() == "id" }?.value.string
      return .object(
        (id.map { [.init(key: "id", value: .string($0))] } ?? [])
          + [.init(key: "success", value: false), .init(key: "errors", value: [error])])
    }

    private func rolledBack(_ item: JSON) -> JSON {
      failure(
        item,
        [
          "statusCode": .string(APIError.rolledBack.code.rawValue), "message": .string(APIError.rolledBack.message),
          "fields": [],
        ])
    }
  }
}
