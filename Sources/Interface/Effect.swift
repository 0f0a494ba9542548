package import Reminders

/// Something that the interface asks the program to do.
package enum Effect: Hashable, Sendable {
  /// Answered by `.performed` or `.failed`.
  case perform(UserAction)
  /// Looks up the person, then creates the reminder; answered by `.performed` or `.failed`.
  case add(QuickEntry)
  /// Saves a setting; answered by `.settingSaved` or `.failed`. A theme also answers with `.theme`.
  case set(SettingKey, String)
  /// Shows a theme without saving it; answered by `.theme` or `.notice`.
  case showTheme(String)
  /// Looks for records that are known here; answered by `.lookedUp`.
  case lookUp(LookUp)
  /// Asks the org for records, and keeps what it finds; answered by `.lookedUp`.
  case searchOrg(LookUp)
  case syncNow
  /// The user has looked at the changes up to one.
  case noteChangesSeen(Int64)
  /// Takes the tasks of which the user is to be reminded now; answered by `.reminded`.
  case claimReminders
  /// Tells the user of a reminder outside of the screen too, as far as he wants it. The text is safe to be shown.
  case notify(String)
  /// The same by the terminal alone, where the desktop did not take it.
  case notifyByTerminal(String)
  /// Begins a login, instead of one that is going on; answered by `.login` events.
  case logIn(LoginPlace)
  /// What the user pasted for the login that waits: the address that the browser was led to, or a code. A secret.
  case finishLogin(String)
  /// Gives up the login that is going on.
  case cancelLogin
  /// Forgets the login of the profile, and ends it in Salesforce; answered by `.notice` and `.profile`.
  case logOut
  /// Lets the user edit a text in an editor of his own; answered by `.edited` or `.notice`.
  case edit(String)
  /// Opens a way from a task by a program of the desktop; answered by `.notice`.
  case open(TaskLink)
  /// Puts the address of a link on the clipboard; answered by `.notice`.
  case copyLink(TaskLink)
  /// Puts a text on the clipboard, if the terminal does that.
  case copy(String)
  /// Answered by `.profiles`.
  case listProfiles
  /// Goes on with another profile; with the welcome screen where there is none of that name.
  case openProfile(String)
  /// Deletes a profile in which no more than so many changes wait to be sent; answered by `.performed` or `.failed`, and
  /// then by `.profiles`.
  case deleteProfile(String, losing: Int)
  /// Gives the terminal back and stops, until the shell continues the program.
  case suspend
  case quit
  /// Goes on with the simulated org.
  case openDemo
  /// Goes on with a store that knows no org.
  case useWithoutSalesforce
}
