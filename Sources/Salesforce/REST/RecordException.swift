import Foundation

/// Why the User Interface API did not write a record (User Interface API Developer Guide, "Error with Output", "Record
/// Exceptions", "Record Exception Error").
struct RecordException: Decodable {
  private struct Failure: Decodable {
    let errorCode: String?
    let message: String?
  }

  private struct Output: Decodable {
    let errors: [Failure]?
    let fieldErrors: [String: [Failure]]?
  }

  private let errorCode: String?
  private let message: String?
  private let output: Output

  /// What is wrong with the record; `nil` where the answer is not about it.
  static func refusal(in answer: HTTPAnswer) -> RecordError? {
    guard !answer.isPage else { return nil }
    let decoder = JSONDecoder()
    let list = try? decoder.decode([RecordException].self, from: answer.body)
    return (list?.first ?? (try? decoder.decode(RecordException.self, from: answer.body)))?.refusal
  }

  /// The first failure, those of the record as a whole before those of its fields.
  private var refusal: RecordError? {
    let fields = (output.fieldErrors ?? [:]).keys.sorted()
    let ofFields = fields.compactMap { output.fieldErrors?[$0]?.first }
    guard let first = output.errors?.first ?? ofFields.first else { return nil }
    let code = first.errorCode ?? errorCode ?? "UNKNOWN_EXCEPTION"
    return RecordError(code: code, message: first.message ?? message ?? code, fields: fields)
  }
}
