/// Where the value of a field stands in a change event: by itself, or within a compound field such as `Name`.
///
/// Source: Change Data Capture Developer Guide, "Change Event Message Structure" (the fields that are left out) and "Get
/// Compound Fields in Change Events".
struct ChangeEventField: Sendable {
  let field: FieldDefinition
  /// The compound field around it.
  let compound: String?
  /// Its name there.
  let name: String

  /// As `changedFields` names it: `Subject`, `Name.LastName`.
  var path: String { compound.map { "\($0).\(name)" } ?? name }

  /// `nil` for a field that change events do not carry.
  init?(_ field: FieldDefinition, of definition: ObjectDefinition) {
    let isPerson = definition.field("LastName") != nil
    guard !Self.isLeftOut(field, of: definition), !(isPerson && field.name == "Name") else { return nil }
    self.field = field
    if isPerson, Self.nameParts.contains(field.name) {
      (compound, name) = ("Name", field.name)
    } else if let (kind, part) = Self.address(field.name) {
      (compound, name) = ("\(kind)Address", part)
    } else {
      (compound, name) = (nil, field.name)
    }
  }

  /// `Billing` and `City` of `BillingCity`.
  private static func address(_ name: String) -> (kind: String, part: String)? {
    guard let part = addressParts.first(where: name.hasSuffix) else { return nil }
    let kind = String(name.dropLast(part.count))
    return addressKinds.contains(kind) ? (kind, part) : nil
  }

  private static func isLeftOut(_ field: FieldDefinition, of definition: ObjectDefinition) -> Bool {
    leftOut.contains(field.name) || definition === Schema.task && derivedOfTask.contains(field.name)
  }

  private static let leftOut: Set = [
    "Id", "IsDeleted", "SystemModstamp", "LastActivityDate", "LastViewedDate", "LastReferencedDate", "PhotoUrl",
  ]
  /// They follow from the rows of TaskStatus and TaskPriority.
  private static let derivedOfTask: Set = ["IsClosed", "IsHighPriority"]
  private static let nameParts: Set = ["Salutation", "FirstName", "MiddleName", "LastName", "Suffix"]
  private static let addressKinds: Set = ["", "Billing", "Shipping", "Mailing", "Other"]
  private static let addressParts = [
    "Street", "City", "State", "PostalCode", "Country", "StateCode", "CountryCode", "Latitude", "Longitude",
    "GeocodeAccuracy",
  ]
}
