import Casework

/// Notes and frequencies for tests of screens.
enum InventedLists {
    static let decisions: [Decision] = [
        decision(1, .confirm, "one card, one device, one night"),
        decision(
            2, .reject, "an own card\u{1B}[31m and a long history of its own with other people's names in it"),
    ]

    private static func decision(_ number: Int, _ verdict: DecisionVerdict, _ reason: String) -> Decision {
        Decision(
            number: number, at: InventedCase.time("2026-02-20T09:00:00Z"), actor: "anna",
            subject: .membership(campaign: "C-01", account: InventedCase.account(number).accountId),
            verdict: verdict, reason: reason)
    }

    static let notes = [
        NoteRow(
            number: 1, at: Timestamp(milliseconds: 1_768_187_647_000), actor: "ana",
            subject: "account:u-0001",
            kind: .tag, text: "mule"),
        NoteRow(
            number: 2, at: Timestamp(milliseconds: 1_768_187_747_000), actor: "ana", subject: "campaign:C-01",
            kind: .comment, text: "ask the \u{1B}[31mpayment team", withdrawn: true),
        NoteRow(
            number: 3, at: Timestamp(milliseconds: 1_768_187_847_000), actor: "ben",
            subject: "artifact:device:dv_44a1", kind: .bookmark, text: "bookmark"),
    ]

    static let frequencies = [
        FrequencyRow(value: "active", rows: 30, share: 0.75, filter: "status:active"),
        FrequencyRow(value: "banned", rows: 8, share: 0.2, filter: "status:banned"),
        FrequencyRow(value: "-", rows: 2, share: 0.05, filter: "status:none"),
    ]
}
