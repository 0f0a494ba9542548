extension Record {
  mutating func stampCreation(by user: RecordID, at now: Timestamp) {
    self["CreatedDate"] = .time(now)
    self["CreatedById"] = .id(user)
    stampChange(by: user, at: now)
  }

  mutating func stampChange(by user: RecordID, at now: Timestamp) {
    self["LastModifiedDate"] = .time(now)
    self["LastModifiedById"] = .id(user)
    self["SystemModstamp"] = .time(now)
  }
}
