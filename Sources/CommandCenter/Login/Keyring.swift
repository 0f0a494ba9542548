import Localization
import Reminders
import Salesforce

/// An item of the desktop's keyring, by `secret-tool` of libsecret (its manual page); the secret goes through pipes only.
struct Keyring: Sendable {
  /// What the item is found by: the path of the login's file.
  let item: String
  /// How keyring programs show it.
  let label: String

  /// A keyring may ask the user to unlock it.
  private static let patience = Duration.seconds(60)

  private var attributes: [String] { ["application", "command-center", "login", item] }

  /// Whether the keyring has taken the tokens and gives them back.
  func keep(_ tokens: Tokens) async -> Bool {
    guard let secret = try? tokens.secret(),
      let stored = await run(["store", "--label", label] + attributes, input: secret.revealed), stored.hasSucceeded
    else { return false }
    // Old versions cut off what is longer than 8 KiB, and say so on standard error only.
    return await run(["lookup"] + attributes)?.output == secret.revealed
  }

  /// - Throws: a failure that says what to do where there are none.
  func tokens() async throws -> Tokens {
    guard let answer = await run(["lookup"] + attributes), answer.hasSucceeded,
      let tokens = Tokens(Secret(answer.output))
    else {
      throw CommandFailure(
        "The login is in the desktop's keyring, which does not give it: unlock the keyring, or log in again.",
        code: Exit.loginNeeded)
    }
    return tokens
  }

  func forget() async { _ = await run(["clear"] + attributes) }

  private func run(_ arguments: [String], input: String = "") async -> Program.Answer? {
    try? await Program("secret-tool")?.run(arguments, input: input, patience: Self.patience)
  }
}
