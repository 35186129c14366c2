import Casework
import Testing

@testable import Screens

@Suite("Members") struct MemberTests {
    private func opened(_ columns: Int, _ rows: Int) -> Desk {
        var desk = Desk.open(columns, rows, keys: "2")
        desk.enter()
        desk.type("m")
        return desk
    }

    @Test("members with what their membership rests on") func members() {
        #expect(
            opened(80, 24).screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Campaigns › C-01 › Members
                ────────────────────────────────────────────────────────────────────────────────
                  account                           P           role      status     exchanges
                › u-10000000                      .998 ███████▉ core      active         1,000 █
                  u-10003dde                      .988 ███████▉ core      active         1,001 █
                  u-10007bbc                      .978 ███████▉ core      active         1,002 █
                  u-1000b99a                      .968 ███████▊ core      active         1,003 █
                  u-1000f778                      .958 ███████▋ core      active         1,004 █
                  u-10013556                      .948 ███████▋ core      active         1,005 █
                  u-10017334                      .938 ███████▌ core      active         1,006 █
                  u-1001b112                      .928 ███████▍ core      active         1,007 │
                  u-1001eef0                      .918 ███████▍ core      active         1,008 │
                  u-10022cce                      .908 ███████▎ core      active         1,009 │
                ────────────────────────────────────────────────────────────────────────────────
                 u-10000000  core member .998 ███████▉
                 before any evidence     -9.0
                 means                  +11.2 ██████████
                 client                  +4.1 ███▋
                 time                    +2.5 ██▎
                 Against:  its working hours fit its own country


                ─ 1 of 14 members ──────────────────────────────────────────────────────────────
                 Enter open  / filter  Space mark  s sort  R neighbours  q back  ? help     UTC
                """)
    }

    @Test("at 120 columns") func wide() throws {
        try opened(120, 40).matches("members-120x40.txt")
    }

    @Test("families stand the strongest first, equal ones in their fixed order") func families() {
        let bits: [EvidenceFamily: Double] = [.time: 2, .means: 2, .client: 7.5]
        #expect(MemberLines.families(bits) == "client +7.5  means +2.0  time +2.0")
    }
}
