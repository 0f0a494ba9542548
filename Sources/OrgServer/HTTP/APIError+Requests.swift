import OrgModel

/// What is wrong with a request, whatever it asks for.
extension APIError {
  static let noResource = APIError(.notFound, "The requested resource does not exist")
  static let requestTooLarge = APIError(
    .requestTooLarge, "The request is larger than \(HTTPListener.maximumBody) bytes")
}
