import Logging

@testable import Salesforce

/// Values that several tests start from.
enum Samples {
  static let address = OrgAddress.known("https://acme.my.salesforce.com")
  static let session = Session(
    accessToken: Secret("access-1"), refreshToken: Secret("refresh-1"), instance: address)

  static func connection(
    _ transport: any Transport, renewal: SessionRenewal = .impossible,
    clock: any Clock<Duration> = ContinuousClock()
  ) -> RESTConnection {
    RESTConnection(
      session: session, renewal: renewal, transport: transport,
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: clock, random: { 0 })
  }

  static func task(id: String, subject: String = "Call", who: String = "null") -> String {
    """
    {"attributes":{"type":"Task","url":"/services/data/v62.0/sobjects/Task/\(id)"},"Id":"\(id)","Subject":"\(subject)",\
    "Status":"Not Started","IsClosed":false,"Priority":"Normal","ActivityDate":"2026-11-24","Description":null,\
    "TaskSubtype":"Task","OwnerId":"005000000000001AAA","Owner":{"attributes":{"type":"Name"},"Name":"Rita Rep"},\
    "WhoId":null,"Who":\(who),"WhatId":null,"What":null,"IsReminderSet":true,\
    "ReminderDateTime":"2026-11-24T08:00:00.000+0000","CompletedDateTime":null,\
    "CreatedDate":"2026-11-20T10:11:12.000+0000","LastModifiedDate":"2026-11-21T10:11:12.000+0000",\
    "LastModifiedById":"005000000000001AAA","LastModifiedBy":{"Name":"Rita Rep"},\
    "SystemModstamp":"2026-11-21T10:11:12.000+0000","IsDeleted":false,"New__c":{"a":[1]}}
    """
  }

  static func page(_ tasks: [String], next: String? = nil) -> HTTPAnswer {
    let link = next.map { #","nextRecordsUrl":"\#($0)""# } ?? ""
    return .json(
      #"{"totalSize":\#(tasks.count),"done":\#(next == nil)\#(link),"records":[\#(tasks.joined(separator: ","))]}"#)
  }
}

extension OrgAddress {
  /// An address that is known to be good; a bad one shows in every test.
  static func known(_ text: String) -> OrgAddress {
    (try? OrgAddress(text)) ?? OrgAddress.unusable
  }

  private static let unusable: OrgAddress = {
    guard let address = try? OrgAddress("https://unusable.invalid") else { preconditionFailure("no address works") }
    return address
  }()
}
