import CLinux

/// What others can see of the memory of this process, in which tokens are.
enum OwnMemory {
  /// Lets no crash write it into a file, and no other process of this user read it, or the environment.
  ///
  /// Not by RLIMIT_CORE: a handler of core dumps (`|…` in core(5)) need not ask for that, and the user's editor would
  /// inherit it. A debugger that has started the program still sees all of it; one that is attached later needs root.
  static func hide() { _ = clinux_hide_memory() }
}
