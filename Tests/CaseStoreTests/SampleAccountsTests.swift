import Casework
import Testing

@testable import CaseStore

@Suite("Whose samples are")
struct SampleAccountsTests {
    @Test("accounts of samples come from the indices as from the table")
    func accounts() throws {
        let analysed = try AnalysedCase()
        try analysed.writer.connection.access { handle in
            let samples = try SampleAccounts(handle)
            let rows = try handle.rows("SELECT source, number, account FROM sample") {
                (key: SampleKey(source: $0.int(0), row: $0.int(1)), account: $0.integer(2))
            }
            #expect(rows.count == 6)
            for row in rows { #expect(samples.account(of: row.key).map(Int64.init) == row.account) }
            #expect(samples.account(of: SampleKey(source: 9, number: 0)) == nil)
        }
    }

    @Test("samples and accounts are counted once, flagged ones apart, and unknown samples not at all")
    func count() throws {
        let analysed = try AnalysedCase()
        try analysed.writer.connection.access { handle in
            let samples = try SampleAccounts(handle)
            // Two samples each of u-1, which is banned, u-2 and u-3.
            let keys = [0, 0, 1, 2, 4].map { AnalysedCase.key($0) } + [SampleKey(source: 9, number: 0)]
            let counts = try samples.count(keys, FlaggedAccounts(handle, campaignMembers: []))
            #expect(counts.samples == 4 && counts.accounts == 3 && counts.flagged == 1)
            let more = try samples.count(keys, FlaggedAccounts(handle, campaignMembers: [2]))
            #expect(more.flagged == 2)
        }
    }
}
