/// A method and the shape of a path, for which something answers.
protocol Route {
  var method: String { get }
  var pattern: PathPattern { get }
}

/// What a table of routes has for a request.
enum RouteMatch<Found: Route> {
  /// The first one of this method and path, and what stands in the places of its pattern.
  case route(Found, arguments: [String])
  /// The path is there, with these methods only.
  case otherMethods([String])
  case none
}

extension Array where Element: Route {
  func match(_ method: String, _ segments: ArraySlice<String>) -> RouteMatch<Element> {
    let matches = compactMap { route in route.pattern.match(segments).map { (route, $0) } }
    if let (route, arguments) = matches.first(where: { $0.0.method == method }) {
      return .route(route, arguments: arguments)
    }
    return matches.isEmpty ? .none : .otherMethods(matches.map(\.0.method))
  }
}
