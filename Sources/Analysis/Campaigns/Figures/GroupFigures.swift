import Casework

/// The figures of one group that the explanations are weighed on.
///
/// Behaviour is judged on the pooled group, where statistics are strong, never on a single account. No figure
/// counts a country, a language or a time zone.
struct GroupFigures: Sendable {
    var size = 0
    var exchanges = 0
    /// Means of payment and telephones.
    var means = Sharing()
    var payment = Sharing()
    var device = Sharing()
    var metadata = Sharing()
    /// An e-mail domain or organisation that is mostly this group's: declared openly.
    var open = Sharing()
    /// Share of the members whose e-mail domain or organisation is known at all.
    var identityKnown = 0.0
    var referral = Sharing()
    /// Means, devices, metadata and mail addresses: ties nobody declares.
    var hidden = Sharing()
    var address = Sharing()
    /// Members whose best payment is an invoice or a bank transfer that other members use too.
    var invoiceShare = 0.0
    var education = 0.0
    var research = 0.0
    var enterprise = 0.0
    var reseller = 0.0
    var banned = 0.0
    var bannedBackground = 0.0
    var signUp: SignUpFigures
    var task: TaskFigures
    var capabilities: CapabilityFigures
    var lockstep: LockstepFigure
    var dispatch: DispatchFigure
    var networks: NetworkFigures
    var networksBackground: NetworkFigures
    var concordance: Double?
    /// Share of the members on rented networks that nobody else uses; see `RentedNetworks`.
    var rentedNetworks = 0.0
    /// Share of the active members whose activity spans at most five days.
    var shortLived = 0.0

    init(_ members: [Int32], _ input: AnalysisInput, _ background: Background) {
        size = members.count
        func sharing(_ kinds: [Bool], isPrivate: Bool = false) -> Sharing {
            Sharing(members, input, background, isPrivate: isPrivate, counts: kinds)
        }
        means = sharing(background.means)
        payment = sharing(background.payment)
        device = sharing(background.device)
        metadata = sharing(background.metadata)
        open = sharing(background.openIdentity, isPrivate: true)
        identityKnown = Double(open.holders) / Double(max(1, size))
        referral = sharing(background.referral, isPrivate: true)
        hidden = sharing(background.hiddenTies)
        address = sharing(background.address)
        bannedBackground = background.banned
        networksBackground = background.networks
        signUp = SignUpFigures(members, input.accounts)
        task = TaskFigures(members, input, background)
        capabilities = CapabilityFigures(members, input.samples, background.capabilities)
        lockstep = LockstepFigure(members, input.activity)
        dispatch = DispatchFigure(members, input.activity, lockstep: lockstep)
        networks = NetworkFigures(members, input, background.addresses)
        concordance = DayConcordance.figure(members, input.hours)
        readAccounts(members, input.accounts)
        readPayments(input)
        readActivity(members, input)
    }

    private mutating func readAccounts(_ members: [Int32], _ accounts: AccountColumns) {
        func share(_ test: (Int) -> Bool) -> Double {
            Double(members.reduce(0) { $0 + (test(Int($1)) ? 1 : 0) }) / Double(max(1, members.count))
        }
        education = share { accounts.plan[$0] == .education }
        research = share { accounts.plan[$0] == .research }
        enterprise = share { accounts.plan[$0] == .enterprise }
        banned = share { accounts.status[$0] == .banned || accounts.status[$0] == .suspended }
        reseller = share {
            let channel = Int(accounts.channel[$0])
            return channel >= 0 && accounts.channels[channel] == "reseller"
        }
    }

    private mutating func readPayments(_ input: AnalysisInput) {
        guard let value = payment.largestValue else { return }
        let kind = input.values.paymentKind[value]
        if kind == .invoice || kind == .bank { invoiceShare = payment.largestShare }
    }

    private mutating func readActivity(_ members: [Int32], _ input: AnalysisInput) {
        var (active, short) = (0, 0)
        for account in members {
            let rows = input.hours.offsets[Int(account)]..<input.hours.offsets[Int(account) + 1]
            guard let first = rows.first, let last = rows.last else { continue }
            exchanges += rows.reduce(0) { $0 + Int(input.hours.count[$1]) }
            active += 1
            if input.hours.hour[last] &- input.hours.hour[first] <= 5 * 24 { short += 1 }
        }
        shortLived = active > 0 ? Double(short) / Double(active) : 0
    }

    /// How many sorts of tie that nobody declares a good share of the members has: means, devices, metadata.
    var undeclaredSorts: Int { [means, device, metadata].count { $0.reuse >= 0.15 && $0.cells > 1 } }

    /// The figures by name, for people and for exports.
    ///
    /// - Parameter withholding: leave out what only a background makes telling: capabilities sought.
    func named(withholding: Bool) -> [String: Double] {
        var figures = basic
        if capabilities.samples > 0 { figures["samples"] = Double(capabilities.samples) }
        if networks.crowded > 0 { figures["crowded_addresses"] = networks.crowded }
        guard !withholding else { return figures }
        for sought in capabilities.sought { figures["capability:" + sought.id] = sought.share }
        return figures
    }

    private var basic: [String: Double] {
        [
            "payment_reuse": means.reuse, "payment_cells": Double(means.cells),
            "largest_payer": payment.largestShare, "device_reuse": device.reuse,
            "device_cells": Double(device.cells), "metadata_reuse": metadata.reuse,
            "declared_together": open.largestShare, "referral": referral.largestShare,
            "undeclared_ties": hidden.reuse, "sign_up_runs": Double(signUp.runs),
            "sign_up_run_share": signUp.runShare, "sign_up_48h": signUp.busiestShare,
            "replaced_after_ban": Double(signUp.replaced), "lockstep_pairs": lockstep.pairs,
            "lockstep_expected": lockstep.expected, "dispatched": dispatch.share, "own_frames": task.ownShare,
            "own_frame_members": task.memberShare, "popular_frames": task.popularShare,
            "hiding_networks": networks.hidden, "day_concordance": concordance ?? -1,
            "banned": banned, "exchanges": Double(exchanges), "short_lived": shortLived,
            "education": education, "address_reuse": address.reuse,
            "own_rented_networks": rentedNetworks,
        ]
    }
}
