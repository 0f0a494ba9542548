import OrgModel

extension OrgHost {
  /// Changes the org wholly or, where something is wrong, not at all; streaming clients hear of it at once.
  func changeOrg<Value>(_ body: (inout Org) throws(APIError) -> Value) throws(APIError) -> Value {
    var org = state.org
    let value = try body(&org)
    change { $0.org = org }
    return value
  }
}
