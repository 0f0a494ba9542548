/// A message of an answer: a reply on a `/meta` channel, or an event of a topic.
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
  /// Where an event stands in its topic.
  var replayID: Int?
  /// The record that an event is about.
  var recordID: String?
  /// The owner of that record, where the topic selects it and the record was not deleted.
  var ownerID: String?
  var isEvent = false

  private enum Key: String, CodingKey {
    case channel, clientId, successful, error, advice, ext, data
  }

  private struct Extensions: Decodable {
    struct Salesforce: Decodable {
      let failureReason: String?
    }

    let sfdc: Salesforce?
  }

  private struct Data: Decodable {
    struct Event: Decodable {
      let replayId: Int?
    }

    /// The fields that the topic selects, as they are after the change (Streaming API Developer Guide, "Streaming API
    /// Terms").
    struct Record: Decodable {
      let Id: String?
      let OwnerId: String?
    }

    let event: Event?
    let sobject: Record?
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
    isEvent = object.contains(.data)
    let data = try? object.decode(Data.self, forKey: .data)
    replayID = data?.event?.replayId
    recordID = data?.sobject?.Id
    ownerID = data?.sobject?.OwnerId
  }
}
