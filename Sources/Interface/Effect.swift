package import Reminders

/// Something that the interface asks the program to do.
package enum Effect: Hashable, Sendable {
  /// Answered by `.performed` or `.failed`.
  case perform(UserAction)
  /// Looks up the person, then creates the reminder; answered by `.performed` or `.failed`.
  case add(QuickEntry)
  /// Saves a setting; answered by `.settingSaved` or `.failed`. A theme also answers with `.theme`.
  case set(SettingKey, String)
  /// Looks for records that are known here; answered by `.lookedUp`.
  case lookUp(LookUp)
  /// Asks the org for records, and keeps what it finds; answered by `.lookedUp`.
  case searchOrg(LookUp)
  case syncNow
  /// Gives the terminal back and stops, until the shell continues the program.
  case suspend
  case quit
  /// Goes on with the simulated org.
  case openDemo
  /// Goes on with a store that knows no org.
  case useWithoutSalesforce
}
