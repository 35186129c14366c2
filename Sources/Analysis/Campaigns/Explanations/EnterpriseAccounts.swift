import Casework

/// Colleagues of one organisation. Signals: a domain or organisation of their own, one payer, an invoice, a
/// corporate network, enterprise plans. They tie themselves together openly, which operations avoid.
struct EnterpriseAccounts: ExplanationRule {
    let hypothesis = GroupKind.enterprise
    let priorBits = -3.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal(
                "declared_together", f.open.largestShare, 5 * ramp(f.open.largestShare, 0.4, 0.9),
                "\(percent(f.open.largestShare)) share a domain or organisation that is theirs"),
            signal(
                "one_payer", f.payment.largestShare, 3 * ramp(f.payment.largestShare, 0.4, 0.9),
                "one payer pays for \(percent(f.payment.largestShare))"),
            signal(
                "invoice", f.invoiceShare, 1.5 * ramp(f.invoiceShare, 0.3, 0.8), "paid by invoice or bank"),
            signal(
                "corporate_network", f.networks.corporate, 2 * ramp(f.networks.corporate, 0.2, 0.7),
                "\(percent(f.networks.corporate)) of the exchanges come from a corporate network"),
            signal("enterprise_plan", f.enterprise, 2 * ramp(f.enterprise, 0.3, 0.8), "enterprise plans"),
            signal("resold", f.reseller, -4 * ramp(f.reseller, 0.3, 0.8), "opened through a reseller"),
            signal("education", f.education, -3 * ramp(f.education, 0.3, 0.8), "education plans"),
            signal("research", f.research, -4 * ramp(f.research, 0.3, 0.8), "research plans"),
            signal(
                "one_sign_up", f.signUp.busiestShare, -2 * ramp(f.signUp.busiestShare, 0.5, 0.9),
                "nearly all were created at once"),
        ]
    }
}
