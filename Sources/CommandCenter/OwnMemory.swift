import CLinux

/// The memory of this process: how much it takes, and who can see it.
enum OwnMemory {
  /// Lets all threads share two heaps. The allocator would make up to eight for each core, and over the hours each of them
  /// grows to what the largest work needs that has ever come to it.
  static func keepSmall() { clinux_limit_heaps(2) }

  /// Gives back to the system what is free. A sync leaves it in pieces between what stays, from where nothing goes back by
  /// itself.
  static func giveBack() { clinux_trim_heaps() }

  /// Lets no crash write the tokens in it into a file, and no other process of this user read them, or the environment.
  ///
  /// Not by RLIMIT_CORE: a handler of core dumps (`|…` in core(5)) need not ask for that, and the user's editor would
  /// inherit it. A debugger that has started the program still sees all of it; one that is attached later needs root.
  static func hide() { _ = clinux_hide_memory() }
}
