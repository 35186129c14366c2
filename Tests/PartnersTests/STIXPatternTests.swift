import Testing

@testable import Partners

@Suite struct STIXPatternTests {
    @Test("A comparison gives its path and value")
    func single() {
        #expect(
            STIXPattern.alternatives("[ipv4-addr:value = '192.0.2.7']") == [
                STIXComparison(path: "ipv4-addr:value", values: ["192.0.2.7"])
            ])
    }

    @Test("Alternatives within and between observations are all given")
    func alternatives() {
        let pattern =
            "[ipv4-addr:value = '192.0.2.7' OR domain-name:value = 'a.example'] OR [autonomous-system:number = 64500]"
        #expect(
            STIXPattern.alternatives(pattern)?.map(\.values) == [["192.0.2.7"], ["a.example"], ["64500"]])
    }

    @Test("A list and a subnet are taken")
    func lists() {
        #expect(
            STIXPattern.alternatives("[ipv4-addr:value IN ('192.0.2.1', '192.0.2.2')]")?.first?.values
                == ["192.0.2.1", "192.0.2.2"])
        #expect(
            STIXPattern.alternatives("[ipv4-addr:value ISSUBSET '198.51.100.0/24']")?.first?.values
                == ["198.51.100.0/24"])
    }

    @Test(
        "A pattern that says more than its parts is not taken apart",
        arguments: [
            "[ipv4-addr:value = '192.0.2.7' AND domain-name:value = 'a.example']",
            "[ipv4-addr:value = '192.0.2.7'] FOLLOWEDBY [ipv4-addr:value = '192.0.2.8']",
            "[NOT ipv4-addr:value = '192.0.2.7']", "[ipv4-addr:value != '192.0.2.7']",
            "[domain-name:value LIKE '%.example']", "[ipv4-addr:value = '192.0.2.7'] WITHIN 300 SECONDS",
        ])
    func refused(_ pattern: String) {
        #expect(STIXPattern.alternatives(pattern) == nil)
    }

    @Test("Escaped quotes stay part of the value")
    func escapes() {
        #expect(STIXPattern.alternatives(#"[x-device:value = 'a\'b\\c']"#)?.first?.values == [#"a'b\c"#])
    }

    @Test("A quoted part of a path is joined to it")
    func quotedPath() {
        let pattern =
            "[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = 'harness/2']"
        #expect(
            STIXPattern.alternatives(pattern)?.first?.path
                == "network-traffic:extensions.http-request-ext.request_header.User-Agent")
    }

    @Test(
        "Broken patterns are refused and end",
        arguments: ["", "[", "'", "[a:b =", "[a:b = ']", "=", "[a:b IN (", "a b c", "[[[[", "[a:b = 'x\\"])
    func broken(_ pattern: String) {
        #expect(STIXPattern.alternatives(pattern) == nil)
    }
}
