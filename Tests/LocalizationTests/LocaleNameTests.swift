import Testing

@testable import Localization

@Suite("Locales by their names")
struct LocaleNameTests {
  @Test(
    "A name is a language and a territory; what is no language is English",
    arguments: [
      ("nl_NL.UTF-8", "nl", "NL"), ("nl_BE@euro", "nl", "BE"), ("pt_br", "pt", "BR"), ("DE", "de", nil),
      ("sr_RS.UTF-8@latin", "sr", "RS"), ("C", "en", nil), ("C.UTF-8", "en", nil), ("POSIX", "en", nil),
      ("", "en", nil), (".UTF-8", "en", nil),
    ] as [(String, String, String?)])
  func parts(name: String, language: String, territory: String?) {
    #expect(LocaleName(name).language == language)
    #expect(LocaleName(name).territory == territory)
  }

  @Test(
    "LC_ALL comes before the category, and that before LANG; an empty one is none",
    arguments: [
      ([:], "C"), (["LANG": "nl_NL"], "nl_NL"), (["LC_TIME": "en_GB", "LANG": "nl_NL"], "en_GB"),
      (["LC_ALL": "de_DE", "LC_TIME": "en_GB", "LANG": "nl_NL"], "de_DE"),
      (["LC_ALL": "", "LC_TIME": "", "LANG": "nl_NL"], "nl_NL"), (["LC_NUMERIC": "fr_FR"], "C"),
    ] as [([String: String], String)])
  func category(environment: [String: String], name: String) {
    #expect(LocaleName("LC_TIME", in: environment) == LocaleName(name))
  }

  @Test(
    "The languages wanted are those of LANGUAGE, then that of the locale; where that is none, LANGUAGE says nothing",
    arguments: [
      ([:], ["en"]), (["LANG": "nl_NL.UTF-8"], ["nl_NL", "nl"]), (["LC_MESSAGES": "pt_BR"], ["pt_BR", "pt"]),
      (["LANG": "en_US.UTF-8", "LANGUAGE": "nl:de_AT"], ["nl", "de_AT", "de", "en_US", "en"]),
      (["LC_ALL": "C.UTF-8", "LANGUAGE": "nl"], ["en"]), (["LANG": "nl", "LANGUAGE": ""], ["nl"]),
    ] as [([String: String], [String])])
  func languages(environment: [String: String], languages: [String]) {
    #expect(LocaleName.languages(in: environment) == languages)
  }
}
