public import Casework

extension CaseReader {
    /// All analyses that were stored, the oldest first. One that was run twice is there twice.
    public func history() throws -> [RunDifference.Run] {
        try connection.read { try RunHistory.runs($0).map(\.run) }
    }

    /// What the ids of groups have been through over all analyses, the oldest first: `list history`.
    public func campaignHistory(_ query: ListQuery = ListQuery()) throws -> [CampaignEvent] {
        try collect { body in try each(.history, query) { try body(RowReading.campaignEvent($0)) } }
    }

    /// Events of one id, and those of others that it had a part in. O(the whole history).
    public func campaignHistory(of id: String) throws -> [CampaignEvent] {
        try connection.read { try CampaignHistory($0).events(of: id) }
    }

    /// What changed from one analysis to another: by default from the last but one to the last.
    ///
    /// - Parameters:
    ///   - from: id of an analysis; of several with that id the newest before `to`.
    ///   - to: id of an analysis; of several the newest.
    /// - Throws: `StoreError.notFound`.
    public func difference(from: String? = nil, to: String? = nil) throws -> RunDifference {
        try connection.read { handle in
            let (old, new) = try DifferenceQuery.choose(RunHistory.runs(handle), from, to)
            return try DifferenceQuery.difference(old, new, handle)
        }
    }
}

enum DifferenceQuery {
    /// Who joined and left is named for so many accounts of each change; the words have the full count.
    static let mostAccounts = 1000

    static func choose(
        _ runs: [RunHistory.Recorded], _ from: String?, _ to: String?
    ) throws -> (RunHistory.Recorded, RunHistory.Recorded) {
        guard let last = to.map({ id in runs.lastIndex { $0.run.id == id } }) ?? runs.indices.last else {
            throw StoreError.notFound(to.map { "analysis \($0)" } ?? "an analysis")
        }
        guard let from else {
            guard last > 0 else { throw StoreError.notFound("an analysis before \(runs[last].run.id)") }
            return (runs[last - 1], runs[last])
        }
        let first = runs[..<last].lastIndex { $0.run.id == from } ?? runs.lastIndex { $0.run.id == from }
        guard let first else { throw StoreError.notFound("analysis \(from)") }
        return (runs[first], runs[last])
    }

    static func difference(
        _ old: RunHistory.Recorded, _ new: RunHistory.Recorded, _ handle: Handle
    ) throws -> RunDifference {
        var difference = RunDifference(from: old.run, to: new.run)
        difference.newSources = try handle.rows(
            "SELECT file FROM source WHERE state = 'complete' AND number > ? AND number <= ? ORDER BY number",
            [.integer(old.lastSource), .integer(new.lastSource)]
        ) { $0.text(0) }
        difference.settings = settings(old.run.settings, new.run.settings)
        let comparison = RunComparison(
            try RunHistory.groups(of: old, handle), try RunHistory.groups(of: new, handle))
        let names = try AccountNames(handle)
        difference.changes = try comparison.changes().map { found in
            var change = found.change
            change.joined = try ids(found.joined, names)
            change.left = try ids(found.left, names)
            return change
        }
        return difference
    }

    private static func ids(_ numbers: [UInt32], _ names: AccountNames) throws -> [AccountID] {
        Array(try names.ids(of: numbers).sorted().prefix(mostAccounts))
    }

    private static func settings(
        _ old: [String: String], _ new: [String: String]
    ) -> [RunDifference.Setting] {
        Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map {
            RunDifference.Setting(name: $0, before: old[$0], after: new[$0])
        }
    }
}

/// Ids of accounts by their numbers.
struct AccountNames {
    private let statement: Statement

    init(_ handle: Handle) throws {
        statement = try handle.prepare("SELECT account_id FROM account_identity WHERE number = ?")
    }

    /// In the order of the numbers; numbers that no account has are left out.
    func ids(of numbers: [UInt32]) throws -> [AccountID] {
        try numbers.compactMap { number in
            try statement.bind(1, .integer(Int64(number)))
            defer { statement.reset() }
            return try statement.step() ? AccountID(statement.text(0)) : nil
        }
    }
}
