import Analysis
import CaseStore
import Casework

/// The accounts most strongly linked to one account, by the values that an analysis found to be an operation's.
struct AccountLinks {
    private let reader: CaseReader
    private let explainer: LinkExplainer
    /// Values that may link the account, with what the analysis said of them.
    private let shared: [Artifact: SharedValue]

    init(_ reader: CaseReader, _ explainer: LinkExplainer, _ dossier: AccountDossier) throws {
        self.reader = reader
        self.explainer = explainer
        let uses = AccountUses(dossier).all.filter { use in
            use.artifact.kind != .network && use.artifact.kind != .signUp
                && (use.accounts ?? 2) <= StrongestLinks.mostHolders
        }
        var shared: [Artifact: SharedValue] = [:]
        for (use, verdict) in zip(uses, try reader.verdicts(on: uses.map(\.artifact))) {
            guard let verdict, verdict.verdict == .operation else { continue }
            var value = SharedValue(artifact: use.artifact, holders: verdict.holders)
            (value.verdict, value.bits, value.usedByA) = (verdict.verdict, verdict.bits, use.used)
            shared[use.artifact] = value
        }
        self.shared = shared
    }

    /// The values whose holders have to be known.
    var wanted: [Artifact] { shared.keys.sorted() }

    /// - Parameters:
    ///   - own: the account's number.
    ///   - held: values with all their holders, those that are wanted among them.
    func strongest(_ own: UInt32, _ held: [HeldValue]) throws -> [LinkRow] {
        let few = held.filter { $0.holders.count <= StrongestLinks.mostHolders }
        let values = few.compactMap { held in
            shared[held.artifact].map { value in
                let others = zip(held.holders, held.used).filter { $0.0 != own }
                return StrongestLinks.Value(shared: value, others: others.map { (account: $0.0, used: $0.1) })
            }
        }
        let links = StrongestLinks(explainer).find(values, limit: AccountLinks.mostShown)
        let ids = try reader.accountIDsByNumber(links.map(\.account))
        return links.compactMap { link in
            ids[link.account].map { LinkRow(accountId: $0, bits: link.bits, by: link.by) }
        }
    }

    private static let mostShown = 12
}
