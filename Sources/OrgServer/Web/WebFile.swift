import OrgModel

/// A file of the web page: the task list of the org, for any browser.
///
/// The page is a client like any other: it logs in, and uses REST and streaming. The server knows nothing of it but
/// these files, which are part of the program, so that it can be installed as a single file.
struct WebFile: Sendable {
  let path: String
  let type: String
  let content: String
}

extension WebFile {
  static let all: [WebFile] =
    [page, icon, style]
    + [appScript, pageScript, tasksScript, viewScript, editorScript, formScript, peopleScript]
    + [liveScript, salesforceScript, messagesScript, textScript]

  /// What is written for scripts: a file below `/web/`.
  static func script(_ name: String, _ content: String) -> WebFile {
    WebFile(path: "/web/\(name)", type: "text/javascript;charset=UTF-8", content: content)
  }

  /// Everything comes from here, nothing is written in the page itself, and no form is sent by the browser. So a
  /// subject that holds markup cannot do anything, even if the script should have a mistake.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
  ]

  /// Answers a request for the page or one of its files.
  static func answer(_ request: HTTPCall) -> HTTPAnswer {
    guard let file = all.first(where: { $0.path == request.path }) else {
      return HTTPAnswer(.noResource)
    }
    guard ["GET", "HEAD"].contains(request.method) else { return OrgState.notAllowed(request.method, ["GET", "HEAD"]) }
    var answer = HTTPAnswer()
    answer.body = .bytes(Array(file.content.utf8), type: file.type)
    answer.headers = [
      ("Content-Security-Policy", policy.joined(separator: "; ")), ("X-Content-Type-Options", "nosniff"),
      ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-cache"),
    ]
    return answer
  }
}
