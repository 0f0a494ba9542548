/// A login in the user's browser: the user allows it there, and the browser brings a code back, which is traded for a session
/// (Salesforce Help, "OAuth 2.0 Web Server Flow for Web App Integration", with PKCE; RFC 8252).
package struct BrowserLogin: Sendable {
  private let endpoint: TokenEndpoint
  private let request: AuthorizationRequest

  package init(_ request: AuthorizationRequest, at login: OrgAddress, transport: any Transport) {
    self.request = request
    endpoint = TokenEndpoint(at: login, client: request.client, transport: transport)
  }

  /// What to open in the browser.
  package var address: String { request.url(at: endpoint.address) }

  /// Where the browser comes back to.
  package var callback: CallbackAddress { request.callback }

  /// The session for what the user pasted: the address that the browser was led to, or the code alone.
  package func session(pasted text: String) async throws(LoginError) -> Session {
    try await endpoint.logIn(code: try request.code(pasted: text), of: request)
  }

  /// The session for the code that the browser brings, or that the user pastes meanwhile.
  ///
  /// When the task is cancelled, the port is free again on return.
  ///
  /// - Parameters:
  ///   - patience: how long the user may take.
  ///   - pasted: what the user pastes, as for `session(pasted:)`; with it, a port that is taken is no obstacle.
  ///   - onReady: is called once the browser can come back, or with why it cannot, so that only pasting is left.
  ///   - onStray: is called for an answer to another login, which is not used.
  package func session(
    patience: Duration, clock: any Clock<Duration> = ContinuousClock(), pasted: AsyncStream<String>? = nil,
    onReady: @Sendable (LoginError?) -> Void, onStray: @escaping @Sendable (LoginError) -> Void
  ) async throws(LoginError) -> Session {
    let listener: LoopbackListener?
    do throws(LoginError) {
      listener = try await LoopbackListener(at: request.callback)
      onReady(nil)
    } catch {
      guard pasted != nil else { throw error }
      listener = nil
      onReady(error)
    }
    let result = await outcome(listener, pasted, patience, clock, onStray)
    await listener?.close()
    return try result.get()
  }

  /// A code, and who waits for a page where the browser brought it.
  private typealias Answer = (visit: LoopbackListener.Visit?, code: Secret)

  private func outcome(
    _ listener: LoopbackListener?, _ pasted: AsyncStream<String>?, _ patience: Duration, _ clock: any Clock<Duration>,
    _ onStray: @escaping @Sendable (LoginError) -> Void
  ) async -> Result<Session, LoginError> {
    let first = await withTaskGroup(of: Result<Answer, LoginError>.self) { group in
      if let listener { group.addTask { await answer(listener, onStray) } }
      if let pasted { group.addTask { await answer(pasted, onStray) } }
      group.addTask {
        try? await clock.sleep(for: patience)
        return .failure(.nobodyCame(after: patience))
      }
      let first = await group.next()
      group.cancelAll()
      return first ?? .failure(.noCode)
    }
    do throws(LoginError) {
      let (visit, code) = try first.get()
      // The browser may ask again while the code is traded.
      let further = Task {
        guard let listener else { return }
        for await visit in listener.visits { await visit.answer(.finished) }
      }
      defer { further.cancel() }
      do throws(LoginError) {
        let session = try await endpoint.logIn(code: code, of: request)
        await visit?.answer(.connected)
        return .success(session)
      } catch {
        await visit?.answer(.failed(error))
        throw error
      }
    } catch {
      return .failure(error)
    }
  }

  /// The first visit that answers this request.
  private func answer(
    _ listener: LoopbackListener, _ onStray: @Sendable (LoginError) -> Void
  ) async -> Result<Answer, LoginError> {
    for await visit in listener.visits {
      do throws(LoginError) {
        return .success((visit, try request.code(inQuery: visit.query)))
      } catch {
        await visit.answer(.failed(error))
        guard error.isStray else { return .failure(error) }
        onStray(error)
      }
    }
    return .failure(.noCode)
  }

  /// The first pasted text that answers this request.
  private func answer(
    _ pasted: AsyncStream<String>, _ onStray: @Sendable (LoginError) -> Void
  ) async -> Result<Answer, LoginError> {
    for await text in pasted {
      do throws(LoginError) {
        return .success((nil, try request.code(pasted: text)))
      } catch {
        guard error.isStray else { return .failure(error) }
        onStray(error)
      }
    }
    return .failure(.noCode)
  }
}

extension LoginError {
  /// Whether it tells of an answer that is not to this login, so that the right one may still come.
  fileprivate var isStray: Bool { self == .otherLogin || self == .noCode }
}
