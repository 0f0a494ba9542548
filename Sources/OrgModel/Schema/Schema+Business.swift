extension Schema {
  /// Source: Object Reference, "Account".
  static let account = ObjectDefinition(
    "Account", label: "Account", plural: "Accounts", prefix: "001",
    [
      FieldDefinition("Name", "Account Name", .text(max: 255), nillable: false),
      FieldDefinition("Phone", "Account Phone", .text(max: 40)),
      FieldDefinition("Industry", "Industry", .picklist(.open(["Banking", "Energy", "Manufacturing", "Retail"]))),
      FieldDefinition("BillingCity", "Billing City", .text(max: 40)),
      owner,
    ])

  /// Source: Object Reference, "Opportunity".
  static let opportunity = ObjectDefinition(
    "Opportunity", label: "Opportunity", plural: "Opportunities", prefix: "006",
    [
      FieldDefinition("Name", "Name", .text(max: 120), nillable: false),
      FieldDefinition("AccountId", "Account ID", .reference(to: ["Account"], relationship: "Account")),
      FieldDefinition(
        "StageName", "Stage", .picklist(.open(["Prospecting", "Proposal/Price Quote", "Closed Won"])), nillable: false),
      FieldDefinition("Amount", "Amount", .number),
      FieldDefinition("CloseDate", "Close Date", .day, nillable: false),
      owner,
    ])

  /// Source: Streaming API Developer Guide, "PushTopic".
  static let pushTopic = ObjectDefinition(
    "PushTopic", label: "Push Topic", plural: "Push Topics", prefix: "0IF",
    [
      FieldDefinition("Name", "Topic Name", .text(max: 25), nillable: false),
      FieldDefinition("Query", "SOQL Query", .text(max: 1300), nillable: false),
      FieldDefinition("ApiVersion", "API Version", .number, nillable: false),
      FieldDefinition("IsActive", "Is Active", .flag, nillable: false, default: .flag(true)),
      FieldDefinition(
        "NotifyForFields", "Notify For Fields", .picklist(.restricted(["Referenced", "All", "Select", "Where"])),
        nillable: false, default: .text("Referenced")),
      FieldDefinition(
        "NotifyForOperationCreate", "Notify For Create", .flag, nillable: false, default: .flag(true)),
      FieldDefinition(
        "NotifyForOperationUpdate", "Notify For Update", .flag, nillable: false, default: .flag(true)),
      FieldDefinition(
        "NotifyForOperationDelete", "Notify For Delete", .flag, nillable: false, default: .flag(true)),
      FieldDefinition(
        "NotifyForOperationUndelete", "Notify For Undelete", .flag, nillable: false, default: .flag(true)),
      FieldDefinition("Description", "Description", .text(max: 400)),
    ])
}
