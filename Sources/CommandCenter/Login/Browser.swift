/// The user's web browser, started without a shell.
struct Browser {
  let environment: [String: String]

  /// Opens an address; returns whether a program for it was started.
  func open(_ address: String) -> Bool {
    commands.contains { start($0, with: address) }
  }

  /// Opens an address that is not a page, such as `tel:`, by the desktop's program for it; returns whether one was started.
  func openElsewhere(_ address: String) -> Bool {
    desktop.contains { start($0, with: address) }
  }

  /// What to try: the commands of `BROWSER`, separated by colons, where `%s` stands for the address; else, where there is a
  /// desktop, its own.
  private var commands: [[String]] {
    let chosen = (environment["BROWSER"] ?? "").split(separator: ":")
      .map { $0.split(separator: " ").map(String.init) }
    return chosen + desktop + (hasDesktop ? [["x-www-browser"]] : [])
  }

  private var desktop: [[String]] { hasDesktop ? [["xdg-open"], ["gio", "open"], ["wslview"]] : [] }

  private var hasDesktop: Bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].contains { environment[$0] != nil }
  }

  private func start(_ command: [String], with address: String) -> Bool {
    guard let name = command.first, let program = Program(name, environment: environment) else { return false }
    let hasPlace = command.contains { $0.contains("%s") }
    return program.start(
      command.dropFirst().map { $0.replacing("%s", with: address) } + (hasPlace ? [] : [address]))
  }
}
