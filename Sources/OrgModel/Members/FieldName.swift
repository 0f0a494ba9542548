/// A field of an object, by their API names; written `Task.Priority`.
package struct FieldName: Hashable, Comparable, CustomStringConvertible, Sendable {
  package let object: String
  package let field: String

  package init(object: String, field: String) {
    self.object = object
    self.field = field
  }

  package var description: String { "\(object).\(field)" }

  package static func < (left: FieldName, right: FieldName) -> Bool {
    (left.object, left.field) < (right.object, right.field)
  }
}
