/// Why the identity service does not tell who a user is: a word of plain text.
///
/// Source: Salesforce Help, "Identity URLs", on errors.
enum IdentityError: String, Error, Sendable {
  case missingToken = "Missing_OAuth_Token"
  case badToken = "Bad_OAuth_Token"
  case wrongOrg = "Wrong_Org"
  case badID = "Bad_Id"
  case inactive = "Inactive"
  case noAccess = "No_Access"
  case invalidVersion = "Invalid_Version"

  var answer: HTTPAnswer {
    var answer = HTTPAnswer(status)
    answer.body = .bytes(Array(rawValue.utf8), type: "text/html;charset=UTF-8")
    return answer
  }

  private var status: Int {
    switch self {
    case .missingToken, .badToken, .wrongOrg: 403
    case .badID, .inactive, .noAccess: 404
    case .invalidVersion: 406
    }
  }
}
