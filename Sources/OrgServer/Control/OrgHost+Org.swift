import OrgModel

extension OrgHost {
  /// Changes the org; streaming clients hear of it at once.
  func changeOrg<Value>(_ body: (inout Org) throws(APIError) -> Value) throws(APIError) -> Value {
    try change { state in Result { () throws(APIError) in try body(&state.org) } }.get()
  }

  /// As `changeOrg`, but where something is wrong nothing at all is changed, which costs a copy of the org.
  func changeOrgWholly<Value>(_ body: (inout Org) throws(APIError) -> Value) throws(APIError) -> Value {
    try changeOrg { org throws(APIError) in
      var changed = org
      let value = try body(&changed)
      org = changed
      return value
    }
  }
}
