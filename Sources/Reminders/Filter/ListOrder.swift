/// In which order the rows of a view come; the raw values are those of the setting `list_order`.
package enum ListOrder: String, Sendable, CaseIterable {
  /// The view's own: by the day that it is about.
  case due
  case priority, name, person
  /// The newest first.
  case newest
}

/// The order of each view that does not have its own, as the setting `list_order` writes it: `open=name completed=newest`.
package struct ListOrders: Hashable, Sendable {
  private var orders: [ReminderView: ListOrder] = [:]

  package init() {}

  package subscript(view: ReminderView) -> ListOrder {
    get { orders[view] ?? .due }
    set { orders[view] = newValue == .due ? nil : newValue }
  }

  /// In the order of the views.
  package var text: String {
    ReminderView.allCases.compactMap { view in orders[view].map { "\(view.rawValue)=\($0.rawValue)" } }
      .joined(separator: " ")
  }

  /// `nil` where a view or an order has no such name.
  package init?(_ text: String) {
    for entry in text.split(separator: " ") {
      let parts = entry.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, let view = ReminderView(rawValue: parts[0]), let order = ListOrder(rawValue: parts[1])
      else { return nil }
      self[view] = order
    }
  }
}
