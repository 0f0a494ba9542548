/// Bytes with a name.
enum InputByte {
  static let escape: UInt8 = 0x1B
  static let delete: UInt8 = 0x7F
}
