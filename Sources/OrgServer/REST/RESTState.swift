/// What the REST API remembers between requests, besides the org.
struct RESTState: Sendable {
  var usage = APIUsage()
  var recent = RecentItems()
  var describes = DescribeLog()
  var idempotentWrites = IdempotentWrites()
}
