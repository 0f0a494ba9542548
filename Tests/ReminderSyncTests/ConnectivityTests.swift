import Foundation
import Localization
import OrgModel
import ReminderStore
import Reminders
import Salesforce
import SyncSimulation
import Testing

@testable import ReminderSync

@Suite("When the network returns, or the machine wakes up", .timeLimit(.minutes(1)))
struct ConnectivityTests {
  @Test(
    "Only a way that was not there before is worth a new try",
    arguments: [
      (["eth0 10.0.0.5"], ["eth0 1"], ["eth0 10.0.0.5"], ["eth0 1"], false),
      ([], [], ["eth0 10.0.0.5"], [], true), (["eth0 10.0.0.5"], [], ["eth0 10.0.0.5"], ["eth0 1"], true),
      (["eth0 10.0.0.5"], ["eth0 1"], [], [], false),
      (["eth0 10.0.0.5", "wlan0 10.1.0.5"], ["eth0 1"], ["eth0 10.0.0.5"], ["eth0 1"], false),
      (["eth0 10.0.0.5"], ["eth0 1"], ["wlan0 10.1.0.9"], ["wlan0 1"], true),
    ] as [(Set<String>, Set<String>, Set<String>, Set<String>, Bool)])
  func newWay(
    addresses: Set<String>, routes: Set<String>, newAddresses: Set<String>, newRoutes: Set<String>, isNew: Bool
  ) {
    let before = NetworkState(addresses: addresses, defaultRoutes: routes)
    #expect(NetworkState(addresses: newAddresses, defaultRoutes: newRoutes).hasNewWay(since: before) == isNew)
  }

  @Test("Default routes are read as the kernel lists them")
  func routes() {
    let ipv4 = """
      Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
      eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\t0\t0\t0
      eth0\t0000000A\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
      """
    #expect(NetworkState.defaultRoutes(ipv4: ipv4) == ["eth0 0100000A"])
    let zeros = String(repeating: "0", count: 32)
    let ipv6 = """
      \(zeros) 00 \(zeros) 00 fe800000000000000000000000000001 00000400 00000001 00000000 00450003     eth0
      fe800000000000000000000000000000 40 \(zeros) 00 \(zeros) 00000100 00000001 00000000 00000001     eth0
      \(zeros) 00 \(zeros) 00 \(zeros) ffffffff 00000001 00000000 00200200       lo
      """
    #expect(NetworkState.defaultRoutes(ipv6: ipv6) == ["eth0 fe800000000000000000000000000001"])
    #expect(NetworkState.defaultRoutes(ipv4: "nonsense\nmore") == [])
    #expect(NetworkState.defaultRoutes(ipv6: "nonsense\nmore") == [])
  }

  @Test("An address of the link alone leads nowhere")
  func linkLocal() {
    #expect(!NetworkState.leadsFurther("169.254.3.4") && !NetworkState.leadsFurther("fe80::1%eth0"))
    #expect(NetworkState.leadsFurther("10.0.0.5") && NetworkState.leadsFurther("2001:db8::1"))
  }

  @Test("A program that waits for the org tries at once, without the clock moving on")
  func offline() async throws {
    let world = try World()
    let (returns, signal) = AsyncStream.makeStream(of: Void.self)
    var environment = world.environment
    environment.connectivity = { returns }
    let engine = SyncEngine(store: world.store, org: world.org, environment: environment)
    let running = Task { await engine.run() }
    defer { running.cancel() }
    for await status in engine.statuses where status.state == .live { break }
    world.org.failNext("create", .before)
    _ = try world.add("Call Ada")
    for await status in engine.statuses where status.state == .offline { break }
    #expect(world.there().isEmpty)
    signal.yield()
    for await status in engine.statuses where status.state == .live { break }
    #expect(world.there().count == 1)
  }

  @Test("A wait that the org asked for is not cut short, and what only the user can end neither")
  func askedToWait() async throws {
    for error in [
      OrgError.busy(code: "REQUEST_LIMIT_EXCEEDED", retryAfter: .seconds(120)), .loginNeeded(reason: "expired"),
    ] {
      let world = try World()
      let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
      loop.take(try world.store.syncNeed())
      await loop.step()
      _ = try world.add("Call Ada")
      loop.take(try world.store.syncNeed())
      world.org.failNext("create", .refused(error))
      await loop.step()
      loop.connectivityReturned()
      #expect(await world.requests { await loop.step() }.isEmpty)
    }
  }

  @Test("What became due while the machine was asleep is done when it wakes up")
  func asleep() async throws {
    let world = try World()
    let loop = SyncLoop(store: world.store, org: world.org, environment: world.environment) { _ in }
    loop.take(try world.store.syncNeed())
    await loop.step()
    loop.take(.subscribed(LiveSubscription(.changeEvents)))
    await loop.step()
    // No timer has fired.
    world.advance(by: 8 * 3_600)
    loop.connectivityReturned()
    #expect(await world.requests { await loop.step() } == ["query"])
  }
}
