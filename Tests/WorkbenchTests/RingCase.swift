import CaseStore
import Casework
import Foundation
import TestSupport
import Workbench

/// A small case with a ring: r0 to r11 share two cards, two devices, one address and one frame, and send it in the same
/// minutes; a hundred strangers have nothing in common but the frame `f-common` now and then.
enum RingCase {
    static let act = Act(actor: "test") { Timestamp(milliseconds: 1_780_000_000_000) }

    static func write(_ folder: TemporaryFolder) throws -> String {
        let ring = (0..<12).map { "r\($0)" }
        let strangers = (0..<120).map { "s\($0)" }
        let created =
            ring.enumerated().map { "\($1),\(1_750_000_000 + $0 * 60)" }
            + strangers.enumerated().map { "\($1),\(1_740_000_000 + $0 * 90_001)" }
        try folder.write("account_id,created_at\n" + created.joined(separator: "\n"), to: "e/accounts.csv")
        let payments =
            ring.enumerated().map { "\($1),card-\($0 % 2)" }
            + strangers.prefix(60).map { "\($0),own-\($0)" }
        try folder.write("account_id,fingerprint\n" + payments.joined(separator: "\n"), to: "e/payments.csv")
        let devices =
            ring.enumerated().map { "\($1),device,dev-\($0 / 6)" }
            + strangers.prefix(60).map { "\($0),device,d-\($0)" }
        try folder.write("account_id,kind,value\n" + devices.joined(separator: "\n"), to: "e/attributes.csv")
        try folder.write(
            "account_id,at,ip,prompt_key\n" + exchanges(ring, strangers).joined(separator: "\n"),
            to: "e/exchanges.csv")
        _ = try ImportJob(path: folder.path("case"), act: act).run([folder.path("e")])
        _ = try AnalysisJob(path: folder.path("case"), act: act, choices: AnalysisChoices()).run()
        return folder.path("case")
    }

    private static func exchanges(_ ring: [String], _ strangers: [String]) -> [String] {
        var rows: [String] = []
        for day in 0..<14 {
            for (place, account) in ring.enumerated() {
                rows.append("\(account),\(1_751_000_000 + day * 86_413 + place * 5),192.0.2.7,f-ring")
            }
            for (place, account) in strangers.enumerated() where (place + day) % 3 == 0 {
                let at = 1_751_000_000 + day * 86_400 + place * 613
                rows.append(
                    "\(account),\(at),198.51.\(place % 100).\(place),f-\(place % 7 == 0 ? "common" : account)"
                )
            }
        }
        return rows
    }
}
