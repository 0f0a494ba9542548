import Localization

/// A message of an answer: a reply on a `/meta` channel, or an event of a PushTopic or of Change Data Capture.
///
/// Everything may be missing: what comes from outside is looked at only where it is understood.
struct BayeuxMessage: Decodable, Equatable {
  var channel = ""
  var clientID: String?
  var successful = false
  /// `403::Unknown client`.
  var error: String?
  /// Salesforce's reason behind a refused handshake, `401::Authentication invalid`.
  var failureReason: String?
  var advice: BayeuxAdvice?
  var isEvent = false
  /// Where an event stands in its channel.
  var replayID: Int?
  /// The records that an event is about.
  var announcements: [Announcement] = []
  /// Whether more may have changed than the event says.
  var hidesChanges = false

  /// Why it was refused.
  var reason: LocalizedText {
    (failureReason ?? error).map(LocalizedText.init(verbatim:)) ?? LocalizedText("no reason was given")
  }

  private enum Key: String, CodingKey {
    case channel, clientId, successful, error, advice, ext, data
  }

  private struct Extensions: Decodable {
    struct Salesforce: Decodable {
      let failureReason: String?
    }

    let sfdc: Salesforce?
  }

  init(channel: String = "", successful: Bool = false) {
    self.channel = channel
    self.successful = successful
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    channel = try object.decode(String.self, forKey: .channel)
    clientID = try? object.decode(String.self, forKey: .clientId)
    successful = (try? object.decode(Bool.self, forKey: .successful)) ?? false
    error = try? object.decode(String.self, forKey: .error)
    failureReason = (try? object.decode(Extensions.self, forKey: .ext))?.sfdc?.failureReason
    advice = try? object.decode(BayeuxAdvice.self, forKey: .advice)
    guard object.contains(.data) else { return }
    isEvent = true
    hidesChanges = true
    guard let data = try? object.decode(EventData.self, forKey: .data) else { return }
    replayID = data.event?.replayId
    announcements = data.announcements
    hidesChanges = data.hidesChanges
  }
}
