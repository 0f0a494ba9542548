package import Reminders

/// The records that fit to what is typed.
package struct LookUpAnswer: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    /// What is known here.
    case here
    /// What the org knows as well.
    case org
    /// What is known here, since the org could not be asked: why, in one line.
    case failed(String)
  }

  package let lookUp: LookUp
  /// In the order in which they are offered.
  package let records: [KnownRecord]
  package let source: Source

  package init(_ lookUp: LookUp, _ records: [KnownRecord], _ source: Source) {
    self.lookUp = lookUp
    self.records = records
    self.source = source
  }
}
