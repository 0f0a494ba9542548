import OrgModel

extension REST {
  /// `limits`: what the org may use and what is left of it. API requests and streaming are counted here; of the rest
  /// everything is left.
  ///
  /// Sources: REST API Developer Guide, "Limits"; Streaming API Developer Guide, "Monitor PushTopic and Generic Event Usage
  /// with the REST API": from API version 37.0 on, which are all that this org speaks, streaming counts as durable.
  static func limits(_ state: inout OrgState, _ call: RESTCall) throws(APIError) -> HTTPAnswer {
    func limit(_ maximum: Int, used: Int = 0) -> JSON {
      ["Max": .integer(maximum), "Remaining": .integer(max(0, maximum - used))]
    }
    let streaming = state.streaming
    let used: [JSON.Member] = [
      .init(
        key: "DailyApiRequests", value: limit(state.dailyRequestLimit, used: state.rest.usage.total(at: call.now))),
      .init(
        key: "DailyDurableStreamingApiEvents",
        value: limit(streaming.deliveryLimit, used: streaming.deliveries.total(at: call.now))),
      .init(
        key: "DurableStreamingApiConcurrentClients",
        value: limit(streaming.clientLimit, used: streaming.clients.values.count { $0.expires > call.now })),
    ]
    let unused = unusedLimits.map { JSON.Member(key: $0.name, value: limit($0.maximum)) }
    return HTTPAnswer(200, .object((unused + used).sorted { $0.key < $1.key }))
  }

  private static let unusedLimits: [(name: String, maximum: Int)] = [
    ("ActiveScratchOrgs", 3), ("AnalyticsExternalDataSizeMB", 40_960), ("ConcurrentAsyncGetReportInstances", 200),
    ("ConcurrentEinsteinDataInsightsStoryCreation", 5), ("ConcurrentEinsteinDiscoveryStoryCreation", 2),
    ("ConcurrentSyncReportRuns", 20), ("DailyAnalyticsDataflowJobExecutions", 60),
    ("DailyAnalyticsUploadedFilesSizeMB", 51_200), ("DailyAsyncApexExecutions", 250_000),
    ("DailyAsyncApexTests", 500), ("DailyBulkApiBatches", 15_000), ("DailyBulkV2QueryFileStorageMB", 976_562),
    ("DailyBulkV2QueryJobs", 10_000), ("DailyDeliveredPlatformEvents", 50_000),
    ("DailyDurableGenericStreamingApiEvents", 10_000),
    ("DailyFunctionsApiCallLimit", 235_000), ("DailyGenericStreamingApiEvents", 10_000),
    ("DailyScratchOrgs", 6), ("DailyStandardVolumePlatformEvents", 25_000), ("DailyStreamingApiEvents", 1_000_000),
    ("DailyWorkflowEmails", 5000), ("DataStorageMB", 10_240),
    ("FileStorageMB", 10_240), ("HourlyAsyncReportRuns", 1200), ("HourlyDashboardRefreshes", 200),
    ("HourlyDashboardResults", 5000), ("HourlyDashboardStatuses", 999_999_999), ("HourlyLongTermIdMapping", 100_000),
    ("HourlyManagedContentPublicRequests", 50_000), ("HourlyODataCallout", 20_000),
    ("HourlyPublishedPlatformEvents", 250_000), ("HourlyPublishedStandardVolumePlatformEvents", 100_000),
    ("HourlyShortTermIdMapping", 100_000), ("HourlySyncReportRuns", 500), ("HourlyTimeBasedWorkflow", 1000),
    ("MassEmail", 5000), ("MonthlyPlatformEventsUsageEntitlement", 0), ("PermissionSets", 1500),
    ("PrivateConnectOutboundCalloutHourlyLimitMB", 0), ("SingleEmail", 5000), ("StreamingApiConcurrentClients", 2000),
  ]
}
