/// Something that is observed for the screen, begun anew whenever the screen wants another thing.
struct Watch<Wish: Equatable> {
  private var wish: Wish?
  private var observation: Task<Void, Never>?
  private let begin: (Wish) -> Task<Void, Never>?

  /// - Parameter begin: begins to observe what is wished for; `nil` for what is nothing to observe.
  init(_ begin: @escaping (Wish) -> Task<Void, Never>?) {
    self.begin = begin
  }

  mutating func follow(_ wish: Wish) {
    guard wish != self.wish else { return }
    observation?.cancel()
    self.wish = wish
    observation = begin(wish)
  }

  func cancel() { observation?.cancel() }
}
