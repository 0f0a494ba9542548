/// What a fault does to a request, in the order in which it does it.
struct FaultEffect: Sendable {
  /// A text that is put in the place of another one.
  struct Replacement: Sendable {
    let text: String
    let substitute: String
  }

  /// Requests that are made just before it is processed.
  var before: [FaultCall] = []
  /// Milliseconds until it is processed.
  var delay = 0
  /// How often it is processed: 0, it is lost on the way; 2, it arrives twice. The last answer counts.
  var arrivals: Int?
  /// Records of a batch that are refused.
  var refusal: BatchRefusal?
  /// Requests that are made between its being processed and its answer.
  var after: [FaultCall] = []
  /// What is answered instead.
  var answer: HTTPAnswer?
  var replacements: [Replacement] = []
  /// How much of the body makes the whole answer.
  var kept: Portion?
  /// Milliseconds until it is answered.
  var answerDelay = 0
  var delivery = HTTPDelivery.whole

  /// Joins the effect of another fault that strikes the same request: calls and delays add up; of what cannot be
  /// combined, this one's counts.
  mutating func join(_ other: FaultEffect) {
    before += other.before
    delay += other.delay
    arrivals = arrivals ?? other.arrivals
    refusal = refusal ?? other.refusal
    after += other.after
    answer = answer ?? other.answer
    replacements += other.replacements
    kept = kept ?? other.kept
    answerDelay += other.answerDelay
    delivery.loss = delivery.loss ?? other.delivery.loss
    delivery.bytesPerSecond = delivery.bytesPerSecond ?? other.delivery.bytesPerSecond
  }

  /// The answer as it is sent, of the one that the org gave.
  func changed(_ processed: HTTPAnswer) -> HTTPAnswer {
    var answer = answer ?? processed
    guard let body = answer.body, kept != nil || !replacements.isEmpty else { return answer }
    var bytes = body.bytes
    if !replacements.isEmpty {
      let text = replacements.reduce(String(decoding: bytes, as: UTF8.self)) {
        $0.replacing($1.text, with: $1.substitute)
      }
      bytes = Array(text.utf8)
    }
    if let kept { bytes = Array(bytes.prefix(kept.count(of: bytes.count))) }
    answer.body = .bytes(bytes, type: body.type)
    return answer
  }
}
