import Casework

/// One operation that takes the model's answers in bulk through many accounts.
///
/// Signals: control that nobody declares (means and devices in rotation, batches of sign-ups, replacement after
/// bans, undeclared ties between accounts that pretend to be strangers), and use that looks like extraction (one
/// task, lockstep, no rest, networks that hide). Against: members who say openly that they belong together, and
/// the lack of a common task. Without two strong kinds of control and a common task or lockstep, what is needed
/// for an accusation is missing, and 6 bits say so. Prompts that ask for what copying a model needs add at most 1.5
/// bits and stand in for nothing that is missing: a single query proves nothing, pupils ask for steps, and permitted
/// research grades answers. Country, language and time zone are never looked at.
struct ExtractionCampaign: ExplanationRule {
    let hypothesis = GroupKind.campaign
    let priorBits = -5.0
    static let strongBits = 1.2
    static let leastMembers = 5
    static let mostPromptBits = 1.5
    static let mostDispatchBits = 3.0
    static let mostRentedBits = 2.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        let control = controlSignals(f)
        let use = useSignals(f)
        return control + use + against(f) + missing(control, use, f)
    }

    private func controlSignals(_ f: GroupFigures) -> [Explanation.Signal] {
        let spread = 1 - ramp(f.payment.largestShare, 0.35, 0.7)
        let rotation = 4 * ramp(f.means.reuse, 0.05, 0.35) * ramp(Double(f.means.cells), 1, 4) * spread
        let devices =
            3 * ramp(f.device.reuse, 0.1, 0.4) * ramp(Double(f.device.cells), 1, 3)
            * (1 - ramp(f.device.largestShare, 0.6, 0.9))
        let batches = 3 * ramp(Double(f.signUp.runs), 1, 3) * ramp(f.signUp.runShare, 0.2, 0.6)
        // One sort of tie is counted above already; pretending to be strangers takes two, and known identities.
        let concealed =
            (f.undeclaredSorts > 1 ? 2.5 : 0) * ramp(f.hidden.reuse, 0.2, 0.6)
            * (1 - ramp(f.open.largestShare, 0.3, 0.7)) * ramp(f.identityKnown, 0.3, 0.7)
        return [
            signal(
                "lockstep", f.lockstep.pairs, f.lockstep.bits,
                "\(Int(f.lockstep.pairs)) pairs of members act in the same minute, \(Int(f.lockstep.expected)) expected"
            ),
            signal(
                "dispatch", f.dispatch.share, dispatched(f),
                "\(percent(f.dispatch.share)) of the exchanges were dealt to a few members at a time in the same minutes, on \(f.dispatch.days) days; nobody else uses their frames"
            ),
            signal(
                "own_rented_networks", f.rentedNetworks, rentedNetworks(f),
                "\(percent(f.rentedNetworks)) of the members exchange from rented networks that nobody else uses"
            ),
            signal(
                "payment_rotation", f.means.reuse, rotation,
                "\(percent(f.means.reuse)) of the members share means of payment or telephones, in \(f.means.cells) cells"
            ),
            signal(
                "device_rotation", f.device.reuse, devices,
                "\(percent(f.device.reuse)) of the members share devices, in \(f.device.cells) cells"),
            signal(
                "sign_up_batches", Double(f.signUp.runs), batches,
                "\(percent(f.signUp.runShare)) of the members were created in \(f.signUp.runs) separate runs"),
            signal(
                "replacement", Double(f.signUp.replaced), 2 * ramp(f.signUp.replacementBits, 4, 12),
                "\(f.signUp.replaced) members were created within three days of a member's ban"),
            signal(
                "undeclared_ties", f.hidden.reuse, concealed,
                "\(percent(f.hidden.reuse)) of the members share means, devices or metadata but declare nothing in common"
            ),
        ]
    }

    private func useSignals(_ f: GroupFigures) -> [Explanation.Signal] {
        let task = 2 * ramp(f.task.ownShare, 0.1, 0.4) * ramp(f.task.memberShare, 0.3, 0.8)
        let hiding =
            f.networks.known == 0
            ? 0 : 2 * ramp(f.networks.hidden, max(0.1, min(0.5, 2 * f.networksBackground.hidden)), 0.8)
        let banned = 2 * ramp(f.banned, max(0.1, min(0.3, 2 * f.bannedBackground)), 0.5)
        let prompts = extractionPrompts(f)
        let restless = f.concordance.map { 1.5 * (1 - ramp($0, 0.05, 0.25)) } ?? 0
        return [
            signal(
                "common_task", f.task.ownShare, task,
                "\(percent(f.task.ownShare)) of the \(f.task.isFromSamples ? "samples" : "exchanges") use prompt frames that are this group's own"
            ),
            signal(
                "hiding_networks", f.networks.hidden, hiding,
                "\(percent(f.networks.hidden)) of the exchanges come from rented machines, proxies or VPN exits"
            ),
            signal(
                "extraction_prompts", f.capabilities.extractionShare, prompts,
                "\(percent(f.capabilities.extractionShare)) of the samples ask for reasoning, grading or rewriting, \(percent(f.capabilities.extractionBackground)) elsewhere"
            ),
            signal(
                "no_rest", f.concordance ?? 0, restless, "the members' exchanges keep to no hours of the day"),
            signal(
                "banned", f.banned, banned,
                "the provider banned or suspended \(percent(f.banned)) of the members"),
        ]
    }

    /// One renter of machines behind accounts that declare nothing in common.
    private func rentedNetworks(_ f: GroupFigures) -> Double {
        Self.mostRentedBits * ramp(f.rentedNetworks, 0.3, 0.8) * (1 - ramp(f.open.largestShare, 0.3, 0.7))
            * ramp(f.identityKnown, 0.3, 0.7)
    }

    /// One program that holds all the keys: work dealt to a few members at a time, on frames of their own, by accounts
    /// that declare nothing in common.
    private func dispatched(_ f: GroupFigures) -> Double {
        Self.mostDispatchBits * ramp(f.dispatch.share, 0.1, 0.3) * (1 - ramp(f.dispatch.attendance, 0.3, 0.6))
            * ramp(Double(f.dispatch.days), 3, 10) * ramp(f.task.ownShare, 0.5, 0.8)
            * (1 - ramp(f.open.largestShare, 0.3, 0.7)) * ramp(f.identityKnown, 0.3, 0.7)
            * (1 - ramp(max(f.education, f.research, f.referral.largestShare), 0.3, 0.7))
    }

    /// Full from six in ten samples, where three members or more send them and chance is 12 bits away; nothing where
    /// the members learn or have research plans.
    private func extractionPrompts(_ f: GroupFigures) -> Double {
        let figures = f.capabilities
        guard figures.extractionMembers >= 3 else { return 0 }
        let start = max(0.1, min(0.5, 2 * figures.extractionBackground))
        let permitted = max(f.research, f.education, f.networks.education)
        return Self.mostPromptBits * ramp(figures.extractionShare, start, 0.6)
            * ramp(figures.extractionBits, CapabilityFigures.leastSurpriseBits, 12)
            * (1 - ramp(permitted, 0.2, 0.6))
    }

    private func against(_ f: GroupFigures) -> [Explanation.Signal] {
        let open = max(f.open.largestShare, f.referral.largestShare)
        let organised = f.networks.corporate + f.networks.education
        let rest = f.concordance ?? 0
        return [
            signal(
                "declared_together", open, -6 * ramp(open, 0.4, 0.8),
                "\(percent(open)) of the members declare the same organisation, domain or event"),
            signal(
                "one_payer", f.payment.largestShare, -2 * ramp(f.payment.largestShare, 0.5, 0.9),
                "one payer pays for \(percent(f.payment.largestShare)) of the members"),
            signal(
                "organised_network", organised, -4 * ramp(organised, 0.3, 0.7),
                "\(percent(organised)) of the exchanges come from corporate or education networks"),
            signal(
                "keeps_hours", rest, -ramp(rest, 0.25, 0.5), "the members keep hours of the day, as people do"
            ),
            signal(
                "identity_unknown", f.identityKnown, -2 * (1 - ramp(f.identityKnown, 0.1, 0.3)),
                "no e-mail domain or organisation is known: they may belong together openly"),
        ]
    }

    private func missing(
        _ control: [Explanation.Signal], _ use: [Explanation.Signal], _ f: GroupFigures
    ) -> [Explanation.Signal] {
        // Undeclared ties are made of the same means and devices as the rotations: no sign of their own.
        let strong = control.count { $0.bits >= Self.strongBits && $0.name != "undeclared_ties" }
        let lockstep = f.lockstep.bits >= Self.strongBits
        let task = (use.first { $0.name == "common_task" }?.bits ?? 0) >= 0.5
        func has(_ name: String) -> Bool {
            control.contains { $0.name == name && $0.bits >= Self.strongBits }
        }
        let rotates = has("payment_rotation") || has("device_rotation")
        // Accounts with a card and a device each: made in many batches, and run from machines that only they use.
        let isRun = has("sign_up_batches") && has("own_rented_networks")
        var gaps: [String] = []
        if strong < 2 { gaps.append("two independent signs of one control") }
        if !task && !lockstep { gaps.append("a task in common") }
        if !lockstep && !rotates && !isRun {
            gaps.append(
                "lockstep, or means or devices in rotation, or batches of accounts on machines of their own")
        }
        if f.size < Self.leastMembers { gaps.append("enough accounts") }
        guard !gaps.isEmpty else { return [] }
        return [
            signal(
                "missing", Double(gaps.count), -6 * Double(gaps.count),
                "missing for an accusation: " + gaps.joined(separator: "; "))
        ]
    }
}
