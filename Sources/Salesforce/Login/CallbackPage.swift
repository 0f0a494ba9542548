import Foundation
import Localization

/// The page that the browser shows when a login has come back to this machine.
struct CallbackPage: Sendable {
  private let status: String
  private let title: LocalizedText
  private let text: LocalizedText

  static let connected = CallbackPage(
    status: "200 OK", title: LocalizedText("You are logged in"),
    text: LocalizedText("Command Center is connected. You can close this page."))
  static let finished = CallbackPage(
    status: "410 Gone", title: LocalizedText("This login is over"),
    text: LocalizedText("It was finished already. You can close this page."))
  static let nothingHere = CallbackPage(
    status: "404 Not Found", title: LocalizedText("Nothing is here"),
    text: LocalizedText("Command Center waits here for a login only."))

  static func failed(_ error: LoginError) -> CallbackPage {
    CallbackPage(
      status: "400 Bad Request", title: LocalizedText("This login did not work"), text: error.text)
  }

  /// The whole answer. The code is in the page's address, so nothing may be stored or passed on.
  var response: String {
    let title = Self.escaped(localized(title))
    let language = Localization.current.language.code
    let body = """
      <!DOCTYPE html>
      <html lang="\(language)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>:root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;\
      padding:0 1rem}</style></head>
      <body><h1>\(title)</h1><p>\(Self.escaped(localized(text)))</p></body></html>

      """
    return """
      HTTP/1.1 \(status)\r
      Content-Type: text/html; charset=utf-8\r
      Content-Length: \(body.utf8.count)\r
      Cache-Control: no-store\r
      Referrer-Policy: no-referrer\r
      Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'\r
      X-Content-Type-Options: nosniff\r
      Connection: close\r
      \r
      \(body)
      """
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
