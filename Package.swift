// swift-tools-version: 6.2
import Glibc
import PackageDescription

/// Settings of every target; warnings are errors in CI only, so that a newer compiler cannot stop a user's build.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // Swift 6.3 takes the return to the caller's actor before a `throw` for superfluous, so that an actor would go on
    // beside itself after an error (`ExecutorTests` fails without this).
    .unsafeFlags(["-Xllvm", "-sil-disable-pass=optimize-hop-to-executor"]),
  ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// How programs are linked for users: without a table of all their symbols, which nobody looks up; and with the places that
/// are set at start in few bytes, where the C library reads these (2.36). They start sooner, in 8 MB less memory.
let linking: [LinkerSetting] = {
  var name = [CChar](repeating: 0, count: 64)
  confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
  let version = String(cString: name).split { !$0.isNumber }.compactMap { Int($0) }
  let packed = ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
  let flags = ["-Xlinker", "--no-export-dynamic"] + (version.lexicographicallyPrecedes([2, 36]) ? [] : packed)
  return [.unsafeFlags(flags, .when(configuration: .release))]
}()

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [], exclude: [String] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// SQLite's own functions.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioCompression = Target.Dependency.product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let hummingbird = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let certificates = Target.Dependency.product(name: "X509", package: "swift-certificates")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// Of `make fuzz`: the same sources as the tests that replay what it found, with an entry for libFuzzer.
let isFuzzing = Context.environment["FUZZING"] != nil

let fuzzing: Target = {
  let dependencies: [Target.Dependency] = [
    "Interface", "Localization", "OrgModel", "Reminders", "Salesforce", "Terminal", logging,
  ]
  guard isFuzzing else { return tests("FuzzTests", dependencies, exclude: ["Corpus", "Fuzzer.swift"]) }
  return .executableTarget(
    name: "Fuzzer", dependencies: dependencies, path: "Tests/FuzzTests", exclude: ["Corpus", "ReplayTests.swift"],
    swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}()

let package = Package(
  name: "command-center",
  products: [
    .executable(name: "command-center", targets: ["CommandCenter"]),
    .executable(name: "org-simulator", targets: ["OrgSimulator"]),
    .executable(name: "sync-simulation", targets: ["SyncSimulationTool"]),
    .executable(name: "bench-data", targets: ["BenchData"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", pkgConfig: "ncursesw", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CLinux"),
    target("Localization"),
    target("Signals"),
    target("Log", ["Localization", logging]),
    target("Reminders", ["Localization"]),
    target("ReminderStore", ["Localization", "Reminders", grdb, sqlite]),
    target(
      "Salesforce",
      ["Localization", "Log", httpClient, nioCore, nioPosix, nioHTTP1, nioCompression, nioSSL, crypto, jwt, logging]),
    target("ReminderSync", ["CLinux", "Localization", "Log", "Reminders", "ReminderStore", "Salesforce", logging]),
    target("Terminal", ["CLinux", "CNcurses"]),
    target("TOML", ["Localization"]),
    target("Interface", ["Localization", "Reminders", "Terminal", "TOML"]),
    .executableTarget(
      name: "CommandCenter",
      dependencies: [
        "Localization", "Log", "Reminders", "ReminderStore", "Salesforce", "ReminderSync", "Terminal", "Interface",
        "TOML", "Signals", "CLinux", "OrgModel", "OrgServer", arguments, logging,
      ],
      swiftSettings: settings, linkerSettings: linking),
    target("OrgModel"),
    target(
      "OrgServer",
      [
        "OrgModel", hummingbird, nioSSL, certificates, asn1, crypto, httpTypes, nioCore, nioPosix,
        nioHTTP1, nioHTTPTypes, nioCompression, logging,
      ]),
    .executableTarget(
      name: "OrgSimulator", dependencies: ["OrgServer", "OrgModel", "Signals", arguments], swiftSettings: settings,
      linkerSettings: linking),
    target(
      "SyncSimulation",
      ["Localization", "ReminderSync", "ReminderStore", "Reminders", "Salesforce", "OrgModel", logging]),
    .executableTarget(
      name: "SyncSimulationTool", dependencies: ["SyncSimulation", arguments], swiftSettings: settings),
    .executableTarget(
      name: "BenchData", dependencies: ["OrgModel", "ReminderStore", "Reminders", arguments], swiftSettings: settings),
    tests("LocalizationTests", ["Localization"]),
    tests("TOMLTests", ["Localization", "TOML"]),
    tests("LogTests", ["Localization", "Log", logging]),
    tests("RemindersTests", ["Localization", "Reminders"]),
    tests("ReminderStoreTests", ["Localization", "ReminderStore", "Reminders", grdb]),
    tests(
      "SalesforceTests",
      ["Localization", "Log", "Salesforce", "OrgServer", "OrgModel", nioCore, nioPosix, crypto, logging]),
    tests(
      "ReminderSyncTests",
      [
        "Localization", "Log", "ReminderSync", "ReminderStore", "Reminders", "Salesforce", "OrgModel", "OrgServer",
        "SyncSimulation", logging,
      ]),
    tests(
      "SyncSimulationTests",
      ["Localization", "SyncSimulation", "ReminderSync", "ReminderStore", "Reminders", "Salesforce"]),
    tests("TerminalTests", ["Terminal", "CNcurses"], exclude: ["Widths"]),
    tests("InterfaceTests", ["Interface", "Localization", "Reminders", "Terminal", "TOML"], exclude: ["Snapshots"]),
    tests("OrgModelTests", ["OrgModel"]),
    tests("OrgServerTests", ["OrgServer", "OrgModel", httpClient, nioCore, nioHTTP1, nioSSL, crypto, jwt]),
    tests(
      "CommandCenterTests",
      [
        "CommandCenter", "Interface", "Localization", "Log", "Reminders", "ReminderStore", "ReminderSync", "Salesforce",
        "OrgServer", "OrgModel", "Terminal", arguments, logging,
      ]),
    fuzzing,
    tests(
      "EndToEndTests",
      ["OrgServer", "OrgModel", "Terminal", httpClient, nioCore, nioHTTP1, subprocess, systemPackage]),
  ],
  swiftLanguageModes: [.v6]
)
