import Casework
import Testing

@testable import Intake

@Suite("What a map does to values")
struct ValueStepTests {
    @Test(
        "a step makes of a value what mapping.md says",
        arguments: [
            ("  a b ", "{from: v, do: [trim]}", "a b"), ("ÄbC", "{from: v, do: [lower]}", "Äbc"),
            ("abC-1", "{from: v, do: [upper]}", "ABC-1"),
            ("b", "{from: v, do: [{prefix: a}, {suffix: c}]}", "abc"),
            ("a:b:c", "{from: v, do: [{split: [\":\", 1]}]}", "b"),
            ("a:b:c", "{from: v, do: [{split: [\":\", -1]}]}", "c"),
            ("a::c", "{from: v, do: [{split: [\"::\", 1]}]}", "c"),
            ("a:b", "{from: v, default: none, do: [{split: [\":\", 5]}]}", "none"),
            ("192.0.2.1:443", "{from: v, do: [address]}", "192.0.2.1"),
            ("[2001:db8::1]:443", "{from: v, do: [address]}", "2001:db8::1"),
            ("2001:db8::1", "{from: v, do: [address]}", "2001:db8::1"),
            (
                "POST /v1/accounts/ac-9/messages HTTP/1.1", "{from: v, do: [{capture: \"*/accounts/{}/*\"}]}",
                "ac-9"
            ),
            ("succeeded", "{from: v, do: [{words: {succeeded: active, failed: banned}}]}", "active"),
            ("odd", "{from: v, do: [{words: {succeeded: active}}]}", "odd"),
            ("odd", "{from: v, do: [{words: {succeeded: active}, else: other}]}", "other"),
            ("{\"a\": [1, {\"b\": \"x\\u0041\"}]}", "{from: v, do: [{json: \"a[1].b\"}]}", "xA"),
            ("[1, 2, 3]", "{from: v, do: [{json: \"[*]\", join: \"+\"}]}", "1+2+3"),
            ("x", "{first: [{from: none, optional: true}, v]}", "x"),
            ("x", "{all: [v, {is: y}, v], join: \"-\"}", "x-y-x"),
        ])
    func step(text: String, rule: String, expected: String) throws {
        #expect(try value(of: text, rule: rule) == expected)
    }

    @Test("SHA-256 of a trimmed, lower-case address is the one that everybody computes")
    func hash() throws {
        let made = try value(of: " Ab@C.example ", rule: "{from: v, do: [trim, lower, sha256]}")
        let hash = try SHA256()
        Array("ab@c.example".utf8).withUnsafeBytes { hash.update($0) }
        #expect(made == hash.finish())
    }

    @Test(
        "a capture finds its text in one pass or not at all",
        arguments: [
            ("/v1/accounts/{}/*", "/v1/accounts/a/b/c", "a"), ("{}@*", "me@here", "me"),
            ("*@{}", "me@here", "here"),
            ("a{}b", "axxb", "xx"), ("a{}b", "axxbc", nil), ("/x/{}/*", "/y/1/2", nil), ("a{}c", "ac", ""),
        ] as [(String, String, String?)])
    func capture(pattern: String, text: String, expected: String?) throws {
        let pattern = try #require(CapturePattern(pattern))
        let bytes = Array(text.utf8)
        let found = bytes.withUnsafeBufferPointer { buffer in
            pattern.find(buffer).map { String(decoding: buffer[$0], as: UTF8.self) }
        }
        #expect(found == expected)
    }

    @Test("patterns without exactly one capture, or with two runs that touch, are none")
    func badCaptures() {
        for text in ["", "abc", "{}{}", "a{}*", "*{}", "{}a{}"] {
            #expect(CapturePattern(text) == nil, "\(text)")
        }
    }

    @Test("the texts of chat messages are found by role, in texts and in blocks")
    func chats() throws {
        let chat = """
            [{"role":"system","content":"be"},{"role":"user","content":"a\\nb"},{"role":"assistant","content":"no"},\
            {"content":[{"type":"text","text":"c"},{"type":"image"}],"role":"user"}]
            """
        #expect(try value(of: chat, rule: "{from: v, do: [{chat: user}]}") == "a\nb\nc")
        #expect(try value(of: chat, rule: "{from: v, do: [{chat: system}]}") == "be")
        #expect(
            try value(of: "[{\"text\":\"one\"},{\"text\":\"two\"}]", rule: "{from: v, do: [{chat: any}]}")
                == "one\ntwo")
        #expect(try value(of: "plain", rule: "{from: v, do: [{chat: any}]}") == "plain")
        #expect(try value(of: "{\"a\":1}", rule: "{from: v, do: [{chat: user}]}") == nil)
    }

    @Test("broken JSON in a cell gives no value, and never more than the cell")
    func brokenJSON() throws {
        for text in ["{\"a\":", "{\"a", "[[[[", "{\"a\":\"\\", "{,}", "{\"a\" 1}", "[1,", "\"", "{\"a\":}"] {
            #expect(try value(of: text, rule: "{from: v, default: d, do: [{json: a.b.c}]}") == "d", "\(text)")
        }
    }
}

@Suite("Times in foreign files")
struct TimePatternTests {
    private func read(_ text: String, _ format: String, zone: Int? = nil) -> Int64? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { TimePattern(format, zoneMinutes: zone)?.milliseconds($0) }
    }

    @Test(
        "a time is read as its format says",
        arguments: [
            ("10/Oct/2000:13:55:36 -0700", "clf", 971_211_336_000),
            ("2026-01-05 10:00:00.1239", "iso", 1_767_607_200_123),
            ("2026-01-05T10:00", "iso", 1_767_607_200_000),
            ("2026-01-05", "iso", 1_767_571_200_000), ("2026-01-05 12:00:00 UTC", "iso", 1_767_614_400_000),
            ("2026-01-05T12:00:00+02", "iso", 1_767_607_200_000),
            ("1767607200.5", "epoch_seconds", 1_767_607_200_500),
            ("1767607200500", "epoch_millis", 1_767_607_200_500),
            ("1767607200500123", "epoch_micros", 1_767_607_200_500),
            ("1767607200500123456", "epoch_nanos", 1_767_607_200_500),
            ("05.01.2026 10:00", "%d.%m.%Y %H:%M", 1_767_607_200_000),
            ("1/5/26 10:00 AM", "%m/%d/%y %I:%M %p", 1_767_607_200_000),
            ("12:30 AM, January 5 2026", "%I:%M %p, %B %d %Y", 1_767_573_000_000),
            ("Mon Jan 5 10:00:00 2026", "%a %b %d %T %Y", 1_767_607_200_000),
            ("%2026-01-05 10:00:00", "%%%F %T", 1_767_607_200_000),
        ] as [(String, String, Int64)])
    func read(text: String, format: String, expected: Int64) {
        #expect(read(text, format, zone: 0) == expected)
    }

    @Test(
        "what is not written so is no time",
        arguments: [
            ("2026-13-05", "iso"), ("2026-01-05 25:00", "iso"), ("2026-01-05x", "iso"), ("", "iso"),
            ("31/02/2026", "%d/%m/%Y"), ("5 Foo 2026", "%d %b %Y"), ("-5", "epoch_seconds"),
            ("1e9", "epoch_seconds"),
            ("13:00 PM 5 1 2026", "%I:%M %p %d %m %Y"), ("99999999999999999999", "epoch_nanos"),
        ])
    func refused(text: String, format: String) { #expect(read(text, format, zone: 0) == nil) }

    @Test("a zone that the map states counts where the value has none")
    func zones() {
        #expect(read("2026-01-05 10:00", "iso", zone: nil) == nil)
        #expect(read("2026-01-05 10:00", "iso", zone: 120) == 1_767_600_000_000)
        #expect(read("2026-01-05T10:00Z", "iso", zone: 120) == 1_767_607_200_000)
        #expect(TimePattern.offsetMinutes("+05:45") == 345)
        #expect(TimePattern.offsetMinutes("-0530") == -330)
        #expect(TimePattern.offsetMinutes("Europe/Berlin") == nil)
    }

    @Test("formats that name no day, and unknown letters, are none")
    func badFormats() {
        for format in ["%H:%M", "%Q", "%", "day", "%Y %H"] {
            #expect(TimePattern(format, zoneMinutes: 0) == nil, "\(format)")
        }
    }

    @Test("any bytes are a time or none, and never a trap")
    func anyBytes() {
        let seed: UInt64 = 11
        var random = SeededRandom(seed)
        let letters = Array("0123456789 -/:.TZ+aJn%{}".utf8)
        for _ in 0..<3000 {
            let text = (0..<Int(random.next() % 30)).map { _ in
                letters[Int(random.next() % UInt64(letters.count))]
            }
            for format in ["iso", "clf", "epoch_nanos", "%d/%m/%Y %I:%M %p %z", "%s"] {
                let value = text.withUnsafeBufferPointer {
                    TimePattern(format, zoneMinutes: 0)?.milliseconds($0)
                }
                #expect(value != .min, "seed \(seed)")
            }
        }
    }
}
