/// Invented names: e-mail domains, referral codes, handles.
enum Names {
    static let mailProviders = [
        "post.example", "inbox.example", "mailbox.test", "quickmail.example", "letter.test", "pigeon.example",
        "webmail.test", "harbourmail.example",
    ]
    private static let mailWeights = [22.0, 16, 12, 8, 6, 5, 4, 3]
    static let openReferrals = ["FRIEND-7", "NEWSLETTER-11", "PODCAST-MOSS"]
    private static let firsts = [
        "alder", "birch", "copper", "delta", "elm", "fjord", "garnet", "heron", "indigo", "juniper",
        "kestrel",
        "linden", "maple", "north", "otter", "plum", "quill", "raven", "sorrel", "tansy", "umber", "violet",
        "willow", "yarrow",
    ]
    private static let seconds = [
        "works", "studio", "garden", "labs", "bakery", "press", "design", "radio", "yard", "tools", "clinic",
        "books", "kitchen", "parts", "media", "travel",
    ]

    /// A mail provider's domain, or for one in eight a domain of one's own.
    static func domain(_ random: inout SeededRandom) -> String {
        if random.chance(0.12) {
            return
                "\(random.pick(firsts))-\(random.pick(seconds))\(random.chance(0.3) ? "\(random.between(2...99))" : "").example"
        }
        return mailProviders[random.weighted(mailWeights)]
    }

    /// A short-lived domain of the kind bought by the dozen.
    static func throwaway(_ random: inout SeededRandom) -> String {
        "\(random.pick(["mail", "box", "note", "go"]))-\(random.pick(firsts))\(random.between(10...99)).example"
    }

    /// A digest as the provider logs it for a prompt's frame; the same frame and seed give the same digest.
    static func promptKey(_ name: String, seed: UInt64) -> String {
        let digest = SeededRandom.scramble(SeededRandom.digest(of: name) ^ seed)
        let text = String(digest, radix: 16)
        return "k" + String(repeating: "0", count: 16 - text.count) + text.prefix(16)
    }
}
