import GRDB
import Reminders

/// A condition on a row, with its values.
struct SQLCondition {
  var sql = "1"
  var arguments = StatementArguments()

  init() {}

  init(_ sql: String, _ arguments: StatementArguments = StatementArguments()) {
    self.sql = sql
    self.arguments = arguments
  }

  func and(_ other: SQLCondition) -> SQLCondition {
    SQLCondition("\(sql) AND \(other.sql)", arguments + other.arguments)
  }
}

extension SQLCondition {
  /// That a reminder, `r`, fits to a filter.
  init(_ filter: ListFilter) {
    let terms = SearchTerms(filter.text)
    var conditions = terms.isUnanswerable ? [SQLCondition("0")] : []
    conditions += terms.terms.map { SQLCondition("instr(r.words, ?)", [$0]) }
    if let kind = filter.kind { conditions.append(SQLCondition("r.kind = ?", [kind.rawValue])) }
    if let priority = filter.priority { conditions.append(SQLCondition("r.priority = ?", [priority.rawValue])) }
    if let person = filter.person { conditions.append(SQLCondition("r.personId = ?", [person.id])) }
    self = conditions.dropFirst().reduce(conditions.first ?? SQLCondition()) { $0.and($1) }
  }
}
