/// Which fields of tasks to ask for.
package struct TaskSelection: Sendable, Equatable {
  /// A unique external Id field to read beside the others.
  package var externalIDField: String?
  /// API names of fields that this user may not read (field-level security): asking for one fails the whole query.
  package var unreadableFields: Set<String>

  package init(externalIDField: String? = nil, unreadableFields: Set<String> = []) {
    self.externalIDField = externalIDField
    self.unreadableFields = unreadableFields
  }

  /// The fields for a SELECT list; the name of a related record goes with the field that refers to it.
  package var fieldNames: [String] {
    let names =
      unreadableFields.isEmpty
      ? TaskRecord.fieldNames
      : TaskRecord.fieldNames.filter { name in
        guard let relation = name.split(separator: ".").first, relation != name else {
          return !unreadableFields.contains(name)
        }
        return !unreadableFields.contains("\(relation)Id")
      }
    return names + (externalIDField.map { [$0] } ?? [])
  }
}
