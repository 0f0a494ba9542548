import Foundation
import Terminal
import Testing

@testable import Interface
@testable import Localization

@Suite("Languages")
struct LanguageTests {
  private static let folder = SourceTexts.root.appending(path: "languages")
  static let codes = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(".toml".count)) }.sorted()

  static func language(_ code: String) throws -> Language {
    let file = folder.appending(path: "\(code).toml")
    return try LanguageFile.language(code, String(contentsOf: file, encoding: .utf8), path: file.path)
  }

  @Test("Each language has all texts of the interface, and none that is not there any more", arguments: codes)
  func complete(_ code: String) throws {
    let language = try Self.language(code)
    let source = try SourceTexts()
    for (key, file) in source.texts.sorted(by: { $0 < $1 }) {
      let hasText = if case .text = language.texts[key] { true } else { false }
      #expect(hasText, "\(file): \"\(key)\"")
    }
    for (key, file) in source.plurals.sorted(by: { $0 < $1 }) {
      guard case .plural(let forms) = language.texts[key] else {
        Issue.record("\(file): plural \"\(key)\"")
        continue
      }
      #expect(forms[.other] != nil, "\(key)")
    }
    let known = Set(source.texts.keys).union(source.plurals.keys)
    #expect(language.texts.keys.filter { !known.contains($0) }.sorted() == [])
  }

  @Test("Each form has the places of the English text, once each", arguments: codes)
  func places(_ code: String) throws {
    for (key, form) in try Self.language(code).texts {
      let forms =
        switch form {
        case .text(let text): [text]
        case .plural(let forms): Array(forms.values)
        }
      let count = key.components(separatedBy: "{}").count - 1
      let arguments = (0..<count).map { "‹\($0)›" }
      for form in forms {
        let filled = LocalizedText(key, arguments).filling(form)
        for argument in arguments {
          #expect(filled.components(separatedBy: argument).count == 2, "\(key) = \(form)")
        }
      }
    }
  }
}
