/// The certificate that the server shows.
package enum ServerCertificate: CaseIterable, Sendable {
  /// For `localhost`, `127.0.0.1` and `::1`, from the authority, valid today.
  case valid
  /// From the authority, but for another host.
  case wrongHost
  /// From the authority, but its time is over.
  case expired
  /// For the right hosts, but signed by itself.
  case selfSigned
}
