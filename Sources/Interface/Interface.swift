package import Terminal

/// The whole of what a user sees and types, as pure functions on one value.
///
/// The program around it turns what happens into events, carries out the effects that come back, and paints the frame.
package enum Interface {
  /// The smallest screen that can be used; a smaller one says so.
  package static let smallestSize = Size(columns: 40, rows: 10)

  /// What an event does to the state, and what the program has to do for it.
  ///
  /// Begin each batch of events with `.time`, since nothing in here looks at a clock. The effects `.perform`, `.add`,
  /// `.set` and `.deleteProfile` are answered in their order: by `.performed` or `.settingSaved`, or by `.failed`.
  package static func update(_ state: inout State, _ event: Event) -> [Effect] {
    let effects = state.take(event)
    state.settle()
    return effects
  }

  /// What is on the screen in a state.
  package static func render(_ state: State) -> Frame {
    let context = state.context
    var frame = Frame(context.size, style: context.theme[.text])
    guard context.isLargeEnough else {
      TooSmall.render(into: &frame, context)
      return frame
    }
    let layout = Layout(context.size)
    let base = state.screens.lastIndex { !$0.isOverlay } ?? 0
    frame.title = DisplayText("\(state.screens[base].title) – Command Center")
    for (index, screen) in state.screens.enumerated() where index >= base {
      if index == base {
        Header(title: screen.title, tabs: screen.tabs(context), context).render(into: &frame, in: layout.header)
      }
      screen.render(into: &frame, in: layout.body, context)
    }
    let notice = context.currentNotice
    let hasSomethingToSay = notice != nil || state.reminding.current != nil
    if let top = state.screens.last, !top.hasFooter || hasSomethingToSay && !top.keepsFooter {
      let rows = top.hintRows(context)
      var place = layout.footer
      if rows > 0 {
        place = Rectangle(origin: place.origin.offset(rows: -rows), size: Size(columns: place.size.columns, rows: rows))
      }
      if rows > 0 || !hasSomethingToSay {
        frame.fill(place, style: context.theme[.text])
        Hints(bindings: context.keys.hints(of: top, context), lead: top.hintLead(context))
          .render(into: &frame, in: place, context)
      }
      if let item = state.reminding.current {
        ReminderLine(item, of: state.reminding.items.count, hasKey: state.isReminding, context)
          .render(into: &frame, in: layout.footer)
      }
      // What was said just now stays above a reminder, which has the line of its own.
      let above = state.reminding.current == nil ? 0 : rows + 1
      notice?
        .render(
          into: &frame, in: Rectangle(origin: layout.footer.origin.offset(rows: -above), size: layout.footer.size),
          context)
    }
    StatusBar(context).render(into: &frame, in: layout.statusBar)
    return frame
  }
}
