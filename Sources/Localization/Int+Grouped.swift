extension Int {
  /// `10,000`, as the region of the user groups digits.
  package var grouped: String {
    guard magnitude >= 1_000 else { return String(self) }
    let separator = Localization.current.region.groupSeparator
    let digits = String(magnitude)
    var result = self < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += separator }
      result.append(digit)
    }
    return result
  }
}
