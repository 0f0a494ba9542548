import Testing

@testable import Reminders

struct RefusalAdviceTests {
  /// The codes to handle, and those that writing a task commonly meets.
  private static let codes = [
    "INVALID_SESSION_ID", "REQUEST_LIMIT_EXCEEDED", "API_DISABLED_FOR_ORG", "API_CURRENTLY_DISABLED",
    "INSUFFICIENT_ACCESS_OR_READONLY", "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "ENTITY_IS_LOCKED", "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    "FIELD_FILTER_VALIDATION_EXCEPTION", "FIELD_INTEGRITY_EXCEPTION", "INVALID_FIELD_FOR_INSERT_UPDATE",
    "REQUIRED_FIELD_MISSING", "STRING_TOO_LONG", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "TXN_SECURITY_NO_ACCESS",
    "UNKNOWN_EXCEPTION", "UNABLE_TO_LOCK_ROW", "QUERY_TIMEOUT", "NOT_FOUND", "ENTITY_IS_DELETED",
    "SERVER_UNAVAILABLE", "invalid_grant", "INVALID_QUERY_LOCATOR",
    "INVALID_CROSS_REFERENCE_KEY", "DUPLICATE_VALUE", "DUPLICATES_DETECTED", "DUPLICATE_EXTERNAL_ID",
    "CANNOT_EXECUTE_FLOW_TRIGGER", "STORAGE_LIMIT_EXCEEDED", "INVALID_EMAIL_ADDRESS", "INACTIVE_OWNER_OR_USER",
    "CANNOT_UPDATE_CONVERTED_LEAD", "PRECONDITION_FAILED",
    "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", "ENTITY_IS_ARCHIVED", "MAX_TASK_DESCRIPTION_EXCEEEDED",
    "INVALID_USERID", "OPERATION_TOO_LARGE",
  ]

  @Test("Every code that a task can meet is explained", arguments: codes)
  func known(code: String) {
    #expect(RefusalAdvice.knows(code))
  }

  @Test("An unknown code is not guessed at", arguments: ["", "NEW_CODE", "string_too_long", "HTTP 418"])
  func unknown(code: String) {
    #expect(!RefusalAdvice.knows(code))
    #expect(RefusalAdvice(code: code) == RefusalAdvice(code: "ANOTHER_NEW_CODE"))
  }

  @Test(
    "An explanation is one sentence for people, and a remedy says what to do", arguments: RefusalAdvice.table.values)
  func sentences(advice: RefusalAdvice) {
    for text in [advice.explanation, advice.remedy] {
      #expect(text.first?.isUppercase == true)
      #expect(text.hasSuffix("."))
      #expect(!text.contains("_"))
    }
    #expect(!advice.explanation.dropLast().contains(". "))
  }

  @Test("No two codes are explained alike")
  func different() {
    #expect(Set(RefusalAdvice.table.values).count == RefusalAdvice.table.count)
  }
}
