/// Browsers, SDKs and the fingerprints they leave; many thousands share each, so each alone says little.
enum Tools {
    struct Kit: Sendable {
        let client: String
        let agent: String
        let tls: String
    }

    static let browsers: [Kit] = [
        Kit(
            client: "web", agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0",
            tls: "t13d1516h2_8daa01_02713d"),
        Kit(
            client: "web", agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edge/131.0",
            tls: "t13d1516h2_8daa01_b1ff8a"),
        Kit(
            client: "web", agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) Safari/18.1",
            tls: "t13d2014h2_a09f3c_14788d"),
        Kit(
            client: "web", agent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) Chrome/132.0",
            tls: "t13d1516h2_8daa01_02713d"),
        Kit(
            client: "web", agent: "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Firefox/133.0",
            tls: "t13d1715h2_5b57a1_3d5424"),
        Kit(
            client: "web", agent: "Mozilla/5.0 (Windows NT 10.0; rv:132.0) Firefox/132.0",
            tls: "t13d1715h2_5b57a1_7121af"),
        Kit(
            client: "mobile-ios/5.1", agent: "ChatApp/5.1 (iPhone; iOS 18.1)", tls: "t13d2613h2_2802a3_845d28"
        ),
        Kit(client: "mobile-android/5.2", agent: "ChatApp/5.2 (Android 15)", tls: "t13d1713h2_5b57b4_eca864"),
    ]

    static let libraries: [Kit] = [
        Kit(
            client: "python-sdk/1.42.0", agent: "python-sdk/1.42.0 httpx/0.27",
            tls: "t13d1812h1_85036b_375ca2"),
        Kit(
            client: "python-sdk/1.39.2", agent: "python-sdk/1.39.2 httpx/0.27",
            tls: "t13d1812h1_85036b_375ca2"),
        Kit(client: "node-sdk/0.33.1", agent: "node-sdk/0.33.1 undici", tls: "t13d5211h2_f60fe5_d6b9e1"),
        Kit(client: "go-sdk/0.9.4", agent: "go-sdk/0.9.4", tls: "t13d1311h2_f57a46_ab7e3b"),
        Kit(client: "curl/8.5.0", agent: "curl/8.5.0", tls: "t13d3112h2_e8f1e7_b26ce0"),
        Kit(
            client: "editor-plugin/3.7", agent: "editor-plugin/3.7 (vscode)", tls: "t13d5211h2_f60fe5_1b30bd"),
        Kit(client: "java-sdk/2.2.0", agent: "java-sdk/2.2.0 okhttp/4.12", tls: "t13d1613h2_46e758_95bb5f"),
    ]

    /// One or two kits that fit how the account comes in, and a device of its own.
    static func equip(_ account: inout Account, _ random: inout SeededRandom) {
        let kits = account.surface == .web ? browsers : libraries
        let count = random.chance(0.25) ? 2 : 1
        for kit in random.sample(count, of: kits) { give(kit, to: &account, &random) }
        if random.chance(account.surface == .web ? 0.93 : 0.6) {
            account.hold("device", "dv_" + random.hex(12))
        }
        if random.chance(0.2) { account.hold("device", "dv_" + random.hex(12)) }
    }

    static func give(_ kit: Kit, to account: inout Account, _ random: inout SeededRandom) {
        if !account.clients.contains(kit.client) { account.clients.append(kit.client) }
        if random.chance(0.95) { account.hold("tls_ja4", kit.tls) }
        if random.chance(0.9) { account.hold("user_agent", kit.agent) }
    }

    /// Takes away what `equip` gave, for accounts whose operator brings other tools.
    static func strip(_ account: inout Account) {
        account.clients = []
        account.attributes.removeAll { ["device", "tls_ja4", "user_agent"].contains($0.kind) }
    }
}
