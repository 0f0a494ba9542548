extension String {
  /// Without control characters, line ends excepted: a task's name comes from strangers, and may end up on a terminal.
  var withoutControls: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { $0.properties.generalCategory != .control || $0 == "\n" || $0 == "\r" }))
  }
}
