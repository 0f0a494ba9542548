/// What is wrong with a text that should be JSON, in the words of Salesforce's parser.
struct JSONError: Error, Equatable, CustomStringConvertible {
  let message: String
  let position: JSON.Position

  var description: String { "\(message) at \(position)" }
}
