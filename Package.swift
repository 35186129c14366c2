// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is held to: the newest language mode, no warning let through.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A library of the system, named with the Debian package that has it. Its module map says what to link;
/// pkg-config is left out because SwiftPM warns of the flags that ncursesw.pc gives.
func system(_ name: String, apt: String) -> Target {
    .systemLibrary(name: name, providers: [.apt([apt])])
}

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: strict)
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "revenuer",
    products: [.executable(name: "revenuer", targets: ["revenuer"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        system("CNcurses", apt: "libncurses-dev"),
        system("CZlib", apt: "zlib1g-dev"),
        system("CZstd", apt: "libzstd-dev"),
        system("CCrypto", apt: "libssl-dev"),
        system("CSQLiteShims", apt: "libsqlite3-dev"),
        system("CYara", apt: "libyara-dev"),
        system("CMaxMindDB", apt: "libmaxminddb-dev"),

        library("Casework"),
        library("Intake", ["Casework", "CZlib", "CZstd", "CCrypto", yams]),
        library("Partners", ["Casework"]),
        library("AddressDatabases", ["Casework", "CMaxMindDB"]),
        library("Templates", ["Casework"]),
        .target(
            name: "Capabilities", dependencies: ["Casework", "CYara"],
            resources: [.embedInCode("Rules")], swiftSettings: strict),
        library("CaseStore", ["Casework", "CCrypto", "CSQLiteShims"]),
        library("Analysis", ["Casework"]),
        library("Reports", ["Casework"]),
        library(
            "Workbench",
            [
                "Casework", "Intake", "Partners", "AddressDatabases", "Templates", "Capabilities",
                "CaseStore",
                "Analysis", "Reports",
            ]),
        library("Terminal"),
        library("CursesTerminal", ["Terminal", "CNcurses"]),
        library("Screens", ["Casework", "Terminal"]),
        library("SyntheticCase", ["CZlib"]),
        .executableTarget(
            name: "revenuer",
            dependencies: [
                "Casework", "Intake", "CaseStore", "Analysis", "Reports", "Workbench", "Terminal",
                "CursesTerminal", "Screens", "SyntheticCase", "Capabilities", "AddressDatabases", "Templates",
                "CCrypto",
                "CNcurses", "CSQLiteShims", "CZlib",
                "CZstd",
                arguments,
            ],
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport", dependencies: ["Casework"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("CaseworkTests", ["Casework"]),
        tests("IntakeTests", ["Intake", "Casework", "CZlib", "CZstd"]),
        tests("CaseStoreTests", ["CaseStore", "Casework"]),
        tests("PartnersTests", ["Partners", "Casework"]),
        tests("AddressDatabasesTests", ["AddressDatabases", "Casework"]),
        tests("TemplatesTests", ["Templates", "Casework"]),
        tests("CapabilitiesTests", ["Capabilities", "Casework"]),
        tests("AnalysisTests", ["Analysis", "Casework"]),
        tests(
            "ReportsTests", ["Reports", "Casework"], exclude: ["CaseReport/Snapshots", "Statement/Snapshots"]),
        tests("WorkbenchTests", ["Workbench", "Casework", "CaseStore", "Analysis", "Reports"]),
        tests("TerminalTests", ["Terminal"]),
        tests("CursesTerminalTests", ["CursesTerminal"]),
        tests("ScreensTests", ["Screens", "Terminal", "Casework"], exclude: ["Support/Snapshots"]),
        tests("SyntheticCaseTests", ["SyntheticCase", "CZlib"]),
        tests("EndToEndTests", ["Casework"]),
    ],
    swiftLanguageModes: [.v6]
)
