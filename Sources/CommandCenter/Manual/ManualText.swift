/// What the manual says beside the commands and their options.
struct ManualText {
  typealias Item = (tag: String, text: String)

  struct Example {
    let purpose: String
    let lines: [String]
  }

  let description: [String]
  let keysIntroduction: String
  let keys: [Item]
  let entryIntroduction: String
  let entry: [Item]
  let environment: [Item]
  let files: [Item]
  let exitStatus: [Item]
  let examples: [Example]

  static let commandCenter = ManualText(
    description: [
      """
      `command-center` shows the reminder tasks of a sales rep in a terminal: what is due today and tomorrow. It works by \
      keyboard, works offline, and keeps the tasks in two-way sync with Salesforce. What colleagues change there is shown \
      while it happens.
      """,
      """
      Without a command it opens the screen on the profile `default`. The first time it offers to connect an org, to try a \
      simulated one, or to be used without Salesforce. `command-center demo` opens it on a simulated org on this machine.
      """,
      """
      A profile is one org with its tasks. Commands print no colours and no control codes into a pipe, and what scripts read \
      (JSON, CSV, iCalendar) is the same in every language.
      """,
    ],
    keysIntroduction: """
      These are the most important ones. `?` shows all keys of a screen, `:` all commands by name. Each can be another key: \
      see `config.toml` below.
      """,
    keys: [
      ("j k", "Next and previous task; the arrows do it too."),
      ("1 ... 9", "The views: agenda, overdue, upcoming, open, delegated, completed, trash, changes, outbox."),
      ("a A", "Add a task, on one line or with the form."),
      ("space", "Complete the task, or reopen it."),
      ("e enter", "Edit the task, and show its details."),
      ("s", "Another day: `t` tomorrow, `m` Monday, `w` a week, `n` none, `d` to pick one."),
      ("!", "High or normal priority."),
      ("d", "Delete the task. Nothing asks: `u` undoes it."),
      ("u ctrl-r", "Undo and redo."),
      ("v V", "Select a task, or all; the next key is about all of them."),
      ("/", "Filter as you type."),
      ("t", "Triage: one open task after the other."),
      ("r", "Sync now."),
      ("L P", "Log in or out, and profiles."),
      (",", "Settings."),
      ("q", "Quit."),
    ],
    entryIntroduction: """
      A task is typed on one line, on the screen and after `add`. These words are read out of it, and what is left is its \
      name. A backslash before a word keeps it in the name.
      """,
    entry: [
      ("today tomorrow fri", "A day; also `next mon`, `dec 1`, `2026-12-01`, and `1/12` in the order of your locale."),
      ("+3d 2w", "Days or weeks from today; also `in 3 days`."),
      ("eow eom", "The end of the week, of the month."),
      ("!high", "The priority."),
      ("#call", "The kind; also `#email` and `#inmail`."),
      ("@Ada Lovelace", "A contact or lead that is known here."),
    ],
    environment: [
      ("COMMAND_CENTER_HOME", "One folder for all files of the program, instead of those below."),
      ("XDG_CONFIG_HOME", "The folder of settings, `~/.config` by default."),
      ("XDG_DATA_HOME", "The folder of tasks and logins, `~/.local/share` by default."),
      ("XDG_STATE_HOME", "The folder of the log, `~/.local/state` by default."),
      ("LANGUAGE", "Languages to speak, in this order, unless the setting `language` says one."),
      (
        "LC_ALL",
        """
        With `LC_CTYPE`, `LC_MESSAGES`, `LC_TIME`, `LC_NUMERIC` and `LANG`: the language, how days and numbers are written, \
        and whether the terminal shows UTF-8.
        """
      ),
      ("TZ", "The time zone, by which it is today."),
      ("TERM", "The type of the terminal. With `COLORTERM` it says how many colours there are."),
      ("NO_COLOR", "No colours, where it is not empty."),
      ("VISUAL", "The editor, else `EDITOR`."),
      ("BROWSER", "The browser: commands separated by colons, in which `%s` stands for the address."),
      ("DISPLAY", "Or `WAYLAND_DISPLAY`: there is a desktop, with its browser and its notifications."),
      ("SSL_CERT_FILE", "A file with certificate authorities to trust, in PEM, besides those of the system."),
      ("PATH", "Where `secret-tool`, `sf`, the browser and the editor are looked for."),
    ],
    files: [
      ("~/.config/command-center/config.toml", "Settings of the user, and keys. `settings edit` opens it."),
      ("~/.config/command-center/themes/", "Your own themes; they hide those of the program of the same name."),
      ("~/.config/command-center/languages/", "Your own languages; the same."),
      ("~/.local/share/command-center/PROFILE.sqlite", "The tasks and the settings of a profile."),
      (
        "~/.local/share/command-center/PROFILE.credentials.json",
        "The login of a profile where no keyring of the desktop keeps it. Only its user may read it."
      ),
      ("~/.local/state/command-center/command-center.log", "The log."),
      ("PREFIX/share/command-center/", "The themes and languages that come with the program."),
      ("PREFIX/lib/systemd/user/command-center@.service", "The service of a user: sync without the screen."),
    ],
    exitStatus: [
      ("0", "Done; for `sync`: in sync."),
      ("1", "Failed; for `sync`: Salesforce refused something; for `doctor`: something has failed."),
      ("64", "Wrong usage."),
      ("69", "Salesforce cannot be reached."),
      ("75", "Try again later."),
      ("77", "A login is needed."),
    ],
    examples: [
      Example(
        purpose: "Try it on a simulated org:", lines: ["command-center demo"]),
      Example(
        purpose: "Connect an org, in the browser, and sync once:",
        lines: ["command-center login", "command-center settings set sync on", "command-center sync"]),
      Example(
        purpose: "Use the session of the Salesforce CLI in a profile of its own:",
        lines: ["command-center login --profile acme --from-sf"]),
      Example(
        purpose: "Add a task, and see what is due today as JSON:",
        lines: [
          "command-center add \"Call Ada about the renewal tomorrow !high #call\"",
          "command-center list --view today --format json",
        ]),
      Example(
        purpose: "Keep the profile default in sync without the screen, from every login on:",
        lines: ["systemctl --user enable --now command-center@default"]),
    ])
}
