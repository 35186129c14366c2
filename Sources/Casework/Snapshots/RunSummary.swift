/// One analysis: what it was made from, when, and by which method.
public struct RunSummary: Sendable, Encodable, Hashable {
    /// Why an analysis made now could come to something else.
    public enum Reason: String, Sendable, Encodable, CaseIterable {
        /// Evidence came in after it.
        case evidence
        /// It was made by another method than this program's.
        case method
        /// Reviewers' decisions that bind are not those that it was made with.
        case decisions
    }

    /// The name of the setting by which findings say what method they were made by.
    public static let methodSetting = "method"

    /// From a hash of evidence, settings and seed: `r-7c41d0`.
    public var id: String
    public var at: Timestamp
    public var seed: UInt64
    /// The method that it was made by; nil where none was recorded, which is an earlier one.
    public var method: String?
    /// The method that this program has.
    public var currentMethod: String
    /// Empty when it is up to date; in the order of the cases.
    public var outOfDate: [Reason]
    /// Why probabilities and accusations are withheld; nil when they are not.
    public var withheld: String?

    /// - Parameters:
    ///   - coversEvidence: false when evidence came in after it.
    ///   - coversDecisions: false when other decisions bind by now.
    public init(
        id: String, at: Timestamp, seed: UInt64, method: String?, currentMethod: String, coversEvidence: Bool,
        coversDecisions: Bool = true, withheld: String?
    ) {
        self.id = id
        self.at = at
        self.seed = seed
        self.method = method
        self.currentMethod = currentMethod
        self.withheld = withheld
        outOfDate = coversEvidence ? [] : [.evidence]
        if method.map({ ExactText($0) }) != ExactText(currentMethod) { outOfDate.append(.method) }
        if !coversDecisions { outOfDate.append(.decisions) }
    }

    /// Whether an analysis made now would come to the same.
    public var isUpToDate: Bool { outOfDate.isEmpty }
}

extension RunSummary {
    private enum CodingKeys: CodingKey {
        case id, at, seed, upToDate, outOfDate, method, currentMethod, withheld
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: CodingKeys.self)
        try members.encode(id, forKey: .id)
        try members.encode(at, forKey: .at)
        try members.encode(seed, forKey: .seed)
        try members.encode(isUpToDate, forKey: .upToDate)
        try members.encode(outOfDate, forKey: .outOfDate)
        try members.encodeIfPresent(method, forKey: .method)
        try members.encode(currentMethod, forKey: .currentMethod)
        try members.encodeIfPresent(withheld, forKey: .withheld)
    }

    /// How it stands in a few words: `up to date`, or why not.
    public var standing: String {
        if isUpToDate { return "up to date" }
        return outOfDate.map { reason in
            switch reason {
            case .evidence: "older than the evidence"
            case .method: method == nil ? "made by an earlier method" : "made by another method"
            case .decisions: "older than decisions"
            }
        }.joined(separator: ", ")
    }

    /// What to know before taking the findings for the program's last word, one sentence for each reason.
    public var reservations: [String] { outOfDate.map(reservation) }

    private func reservation(_ reason: Reason) -> String {
        switch reason {
        case .evidence: return "Evidence came in after the analysis."
        case .decisions: return "Decisions that bind were made or withdrawn after the analysis."
        case .method:
            return "The analysis was made by \(methodWords); this program has method \(currentMethod)."
        }
    }

    /// The method that made it: `method 2026.11-2`.
    public var methodWords: String { method.map { "method \($0)" } ?? "an earlier method" }
}
