import Foundation
import Interface
import Localization
import Salesforce

/// The address of a way from a task, fit to be handed to another program: what it is made of comes from strangers.
struct LinkAddress: Hashable {
  let text: String

  /// - Parameter org: The address of the org; `nil` where none was connected.
  /// - Throws: why there is no such address.
  init(_ link: TaskLink, org: String?) throws(CommandFailure) {
    let text: String?
    switch link {
    case .page(let id): text = org.flatMap { try? OrgAddress($0) }?.page(ofRecord: id)
    case .call(let number): text = Self.telephone(number)
    case .mail(let address): text = Self.mail(address)
    }
    guard let text else { throw CommandFailure(link.problem) }
    self.text = text
  }

  /// A `tel:` address (RFC 3966): digits, a plus at the front, and an extension.
  private static func telephone(_ number: String) -> String? {
    let parts = number.lowercased().split(separator: "x", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    let digits = first.filter { $0.isASCII && $0.isNumber }
    guard digits.count >= 3 else { return nil }
    let plus = first.prefix { !digits.hasPrefix(String($0)) }.contains("+") ? "+" : ""
    let extensionDigits = parts.dropFirst().joined().filter { $0.isASCII && $0.isNumber }
    return "tel:\(plus)\(digits)" + (extensionDigits.isEmpty ? "" : ";ext=\(extensionDigits)")
  }

  /// What stands for itself in an address (RFC 3986, section 2.3), and the plus of a mailbox.
  private static let unreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+")

  /// A `mailto:` address (RFC 6068) of one person, without any further field.
  private static func mail(_ address: String) -> String? {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !address.contains(where: \.isWhitespace) else {
      return nil
    }
    let encoded = parts.compactMap { $0.addingPercentEncoding(withAllowedCharacters: unreserved) }
    return encoded.count == 2 ? "mailto:\(encoded.joined(separator: "@"))" : nil
  }
}

extension TaskLink {
  fileprivate var problem: LocalizedText {
    switch self {
    case .page: LocalizedText("The page of this task is not known: connect the org first.")
    case .call(let number): LocalizedText("“\(number)” is no number that can be called.")
    case .mail(let address): LocalizedText("“\(address)” is no address that a mail can be sent to.")
    }
  }

  /// What is said when it is open.
  var opened: String {
    switch self {
    case .page: localized("Opened in the browser")
    case .call(let number): localized("Calling \(number)")
    case .mail(let address): localized("A mail to \(address)")
    }
  }

  /// What is said where no program opens it.
  func unopened(_ address: String) -> String {
    switch self {
    case .page: localized("No browser opens here; copied: \(address)")
    case .call(let number): localized("No program makes calls here; copied: \(number)")
    case .mail(let text): localized("No mail program opens here; copied: \(text)")
    }
  }

  /// What is copied of it: on one line, as it may be pasted into a shell, which takes the end of a line for enter.
  func copied(_ address: String) -> String {
    switch self {
    case .page: address
    case .call(let text), .mail(let text): text.oneLine
    }
  }
}
