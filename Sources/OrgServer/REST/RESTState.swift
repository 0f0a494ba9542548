/// What the REST API remembers between requests, besides the org.
struct RESTState: Sendable {
  /// The API requests.
  var usage = DailyCount()
  var recent = RecentItems()
  var describes = DescribeLog()
  var idempotentWrites = IdempotentWrites()
}
