import ArgumentParser

/// How a command answers: to people, or to scripts.
enum TextFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
