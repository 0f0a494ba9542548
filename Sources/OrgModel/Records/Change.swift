/// One change of several that are asked for at once.
package enum Change: Sendable {
  case create(object: String, Fields)
  case update(id: String, Fields)
  case delete(id: String)
}
