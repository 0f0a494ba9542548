import Foundation
import Localization

/// The two answers of the token endpoint.
enum TokenAnswer {
  private struct Tokens: Decodable {
    let access_token: String
    let refresh_token: String?
    let instance_url: String
    let id: String?
  }

  private struct Refusal: Decodable {
    let error: String
    let error_description: String?
  }

  /// The session of a token answer from `login`; what it does not say stays as in `previous`.
  static func session(of answer: HTTPAnswer, of login: OrgAddress, after previous: Session?) throws(LoginError)
    -> Session
  {
    guard answer.isSuccess else { throw error(of: answer) }
    let tokens: Tokens
    do throws(OrgError) { tokens = try answer.decoded() } catch { throw .org(error) }
    let instance: OrgAddress
    do throws(OrgAddressError) {
      instance = try OrgAddress(tokens.instance_url)
    } catch {
      throw .org(.invalidAnswer(reason: "its instance_url is not used: \(error.text)"))
    }
    guard login.vouches(for: instance) else { throw .foreignInstance(host: instance.host) }
    return Session(
      accessToken: Secret(tokens.access_token),
      refreshToken: tokens.refresh_token.map(Secret.init) ?? previous?.refreshToken,
      instance: instance, identityURL: tokens.id ?? previous?.identityURL)
  }

  /// What an answer that is not a success means.
  static func error(of answer: HTTPAnswer) -> LoginError {
    if let refusal = try? JSONDecoder().decode(Refusal.self, from: answer.body), answer.status < 500 {
      return .refused(code: refusal.error, detail: refusal.error_description ?? "")
    }
    return .org(OrgError(answer))
  }
}
