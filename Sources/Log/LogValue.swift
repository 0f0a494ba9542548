package import Localization
package import Logging

/// A value in a log line, and what anybody may read of it.
///
/// What users and orgs write, and who they are, is *content*: names and details of tasks, people and users, addresses of
/// orgs, queries. It is written only where the user asks for it. A value that is not marked is taken for content, so that
/// one which was forgotten tells too little, not too much.
struct LogValue: CustomStringConvertible, Sendable {
  let content: String
  /// `nil` where nothing of it may be read.
  let outline: String?
  /// It is written all the same, as content.
  var isLocal = false

  var description: String { outline ?? LogLine.nothing }

  init(content: String, outline: String?) {
    (self.content, self.outline) = (content, outline)
  }

  /// What a value is that stands in the metadata of a line.
  init(_ value: Logger.MetadataValue) {
    if case .stringConvertible(let value as LogValue) = value {
      self = value
    } else {
      self.init(content: "\(value)", outline: nil)
    }
  }
}

extension Logger.MetadataValue {
  /// What anybody may read: a number, a code of Salesforce's, the Id of a record, a word of this program.
  package static func shown(_ value: some CustomStringConvertible) -> Logger.MetadataValue {
    .stringConvertible(LogValue(content: value.description, outline: value.description))
  }

  /// What tells of the user's work, of people or of an org.
  package static func content(_ value: some CustomStringConvertible) -> Logger.MetadataValue {
    .stringConvertible(LogValue(content: value.description, outline: nil))
  }

  /// What the user may read of his own machine, such as a mistake in a file of his: it is written always, and taken out of
  /// what is sent to others.
  package static func local(_ value: some CustomStringConvertible) -> Logger.MetadataValue {
    var value = LogValue(content: value.description, outline: nil)
    value.isLocal = true
    return .stringConvertible(value)
  }

  /// A text of this program, of which anybody may read what it says, but not what about.
  package static func text(_ text: LocalizedText) -> Logger.MetadataValue {
    .stringConvertible(LogValue(content: text.english, outline: text.outline))
  }
}
