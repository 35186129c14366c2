import Casework

extension LinkRule {
    /// Signal: exchanges of several accounts come from one address at about the same time. Why: one machine or exit
    /// sends them. Innocent: offices, campuses, carriers and VPN exits put hundreds of strangers behind one address.
    static let address = LinkRule(
        "the same address", keptPerAccount: 8, needsOverlap: true,
        innocent: ["strangers share addresses of offices, campuses, carriers, VPN and proxy exits"]
    ) { $0 == .address }
}
