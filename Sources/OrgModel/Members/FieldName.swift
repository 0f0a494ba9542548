/// A field of an object, by their API names.
package struct FieldName: Hashable, Sendable {
  package let object: String
  package let field: String

  package init(object: String, field: String) {
    self.object = object
    self.field = field
  }
}
