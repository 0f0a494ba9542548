import OrgModel

extension REST {
  /// `query` and `queryAll`: the first page, and where the next one is.
  static func query(_ state: inout OrgState, _ call: RESTCall, all: Bool) throws(APIError) -> HTTPAnswer {
    let soql = call.request.parameter("q") ?? ""
    let result = try state.org.query(soql, includesDeleted: all, by: call.user, at: call.now.date)
    let size = pageSize(of: call)
    guard result.rowCount > size else { return page(of: result, from: 0, size: size, locator: nil, state, call) }
    let locator = state.cursors.open(result, for: call.user, at: call.now)
    return page(of: result, from: 0, size: size, locator: locator, state, call)
  }

  /// A following page: `<locator>-<rows before it>`.
  static func nextPage(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    let parts = call.arguments[0].split(separator: "-")
    guard parts.count == 2, let start = Int(parts[1]), start >= 0,
      let result = state.cursors.result(String(parts[0]), for: call.user, at: call.now), start < result.rowCount
    else { throw APIError(.invalidQueryLocator, "invalid query locator") }
    return page(of: result, from: start, size: pageSize(of: call), locator: String(parts[0]), state, call)
  }

  private static func page(
    of result: QueryResult, from start: Int, size: Int, locator: String?, _ state: OrgState, _ call: RESTCall
  ) -> HTTPAnswer {
    let end = min(result.rowCount, start + size)
    var members: [JSON.Member] = [
      .init(key: "totalSize", value: .integer(result.totalSize)),
      .init(key: "done", value: .bool(locator == nil || end == result.rowCount)),
    ]
    if let locator, end < result.rowCount {
      members.append(
        .init(key: "nextRecordsUrl", value: .string("/services/data/\(call.version)/query/\(locator)-\(end)")))
    }
    return HTTPAnswer(as: "records", behind: members, version: call.version) { list in
      result.forEachRow(start..<end, in: state.org) { list.append($0) }
    }
  }

  /// Source: REST API Developer Guide, "Query Options Header": 200 to 2,000, the default.
  private static func pageSize(of call: RESTCall) -> Int {
    let options = (call.request.headers["sforce-query-options"] ?? "").split(separator: ",")
    let sizes = options.compactMap { option -> Int? in
      let parts = option.split(separator: "=").map { $0.filter { !$0.isWhitespace } }
      return parts.count == 2 && parts[0].lowercased() == "batchsize" ? Int(parts[1]) : nil
    }
    return sizes.first.map { min(max($0, 200), 2000) } ?? 2000
  }
}
