import Foundation
import OrgModel

extension OrgState {
  /// `/services/Soap/u/<version>` and `/services/Soap/c/<version>`: the call `login`, and no other.
  mutating func soap(_ segments: ArraySlice<String>, _ request: HTTPCall, at now: Timestamp) -> HTTPAnswer {
    let service = segments.first?.lowercased() ?? ""
    guard ["u", "c"].contains(service), let version = segments.dropFirst().first else {
      return HTTPAnswer(.noResource)
    }
    guard let login = SOAPLogin(request.shortText) else {
      return Self.fault("UNKNOWN_EXCEPTION", "The simulated org knows the SOAP call login only")
    }
    guard let member = org.member(named: login.username), member.accepts(login.password), org.isActive(member.id) else {
      return Self.fault(
        "INVALID_LOGIN", "Invalid username, password, security token; or user locked out.")
    }
    let session = sessions.logIn(member.id, client: nil, scopes: ["full"], to: org.id, at: now)
    return Self.envelope(200, loginResponse(session, of: member, at: "\(address)/services/Soap/\(service)/\(version)"))
  }

  private func loginResponse(_ session: Session, of member: Member, at url: String) -> String {
    let record = org.find(member.id)
    let values = [
      ("userEmail", record?["Email"].text), ("userFullName", record?["Name"].text), ("userId", member.id.text),
      ("userLanguage", "en_US"), ("userLocale", "en_US"), ("userName", member.username),
      ("userTimeZone", org.timeZone(of: member.id).identifier), ("userType", "Standard"),
      ("organizationId", org.id.text),
      ("organizationName", "Simulated org"), ("sessionSecondsValid", String(sessions.lifetime)),
    ]
    let userInfo = values.map { "<\($0)>\(($1 ?? "").markupEscaped)</\($0)>" }.joined()
    return """
      <loginResponse><result>\
      <metadataServerUrl>\(url.markupEscaped)/\(org.id)</metadataServerUrl><passwordExpired>false</passwordExpired>\
      <sandbox>false</sandbox><serverUrl>\(url.markupEscaped)/\(org.id)</serverUrl>\
      <sessionId>\(session.token)</sessionId><userId>\(member.id)</userId><userInfo>\(userInfo)</userInfo>\
      </result></loginResponse>
      """
  }

  private static func fault(_ code: String, _ message: String) -> HTTPAnswer {
    envelope(
      500,
      """
      <soapenv:Fault><faultcode>sf:\(code)</faultcode><faultstring>\(code): \(message.markupEscaped)</faultstring>\
      <detail><sf:LoginFault xsi:type="sf:LoginFault"><sf:exceptionCode>\(code)</sf:exceptionCode>\
      <sf:exceptionMessage>\(message.markupEscaped)</sf:exceptionMessage></sf:LoginFault></detail></soapenv:Fault>
      """)
  }

  private static func envelope(_ status: Int, _ content: String) -> HTTPAnswer {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope \
      xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com" \
      xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      <soapenv:Body>\(content)</soapenv:Body></soapenv:Envelope>
      """
    var answer = HTTPAnswer(status)
    answer.body = .bytes(Array(text.utf8), type: "text/xml;charset=UTF-8")
    return answer
  }
}
