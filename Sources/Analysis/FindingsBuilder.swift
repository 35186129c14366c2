import Casework

/// Puts the outcome of all stages into findings, in the order that `Findings` promises.
struct FindingsBuilder {
    var findings: Findings
    let report: GroupReport
    /// Members of every reported group, as account indices; beside `findings.groups`.
    var members: [[Int32]] = []
    /// Of them those that the method itself has there: what is drawn from a group is drawn from these.
    private(set) var ownMembers: [[Int32]] = []
    /// Whether nothing but addresses ties a group; beside `findings.groups`.
    private(set) var isOfNeighbours: [Bool] = []
    /// Accounts that a decision keeps out of groups which only addresses tie.
    var keptOutOfNeighbours: Set<Int32> = []
    /// Account indices beside `findings.accounts`.
    private(set) var accountsFound: [Int] = []
    /// Index into `findings.groups` of every reported group, until they are sorted.
    private(set) var place: [Int32: Int] = [:]
    /// By group of the membership: how probably it is a campaign, as far as that is drawn on further.
    var extraction: [Double]

    init(report: GroupReport, settings: AnalysisSettings) {
        self.report = report
        findings = Findings(seed: settings.seed, population: report.input.population.text)
        findings.settings = settings.described
        extraction = [Double](repeating: 0, count: report.membership.assignment.groupCount)
        findings.indicatorHits = report.hits.hits
        if case .suspectsAndControl = report.input.population, !report.background.coverage.isWeighted {
            findings.settings["control_weights"] =
                "none: it is not known who the controls are, so frequencies are taken as they are"
        }
        guard report.isWithheld else { return }
        findings.withheld =
            "The evidence covers suspects only: without a background nothing says how unusual they are, so "
            + "probabilities of extraction and accusations are withheld."
    }

    mutating func addGroups() {
        let assignment = report.membership.assignment
        let report = report
        let groups = (0..<assignment.groupCount).filter(isReported)
        let found = inParallel(groups.count) { report.finding(groups[$0]) }
        for (group, finding) in zip(groups, found) {
            extraction[group] = finding.extractionProbability ?? 0
            place[Int32(group)] = findings.groups.count
            findings.groups.append(finding)
            members.append(report.members(of: group))
            ownMembers.append(assignment.members[group])
            isOfNeighbours.append(false)
        }
    }

    /// Whether a group of the membership has enough members, those that reviewers put there included.
    private func isReported(_ group: Int) -> Bool { report.members(of: group).count >= Analyzer.leastGroup }

    /// Pairs of groups that the mixing test could not tell apart are named in both.
    mutating func addDoubts(_ doubts: [Agglomeration.Doubt]) {
        let group = report.membership.assignment.group
        for doubt in doubts {
            guard let one = place[group[Int(doubt.one)]], let two = place[group[Int(doubt.two)]], one != two
            else {
                continue
            }
            for (here, there) in [(one, two), (two, one)] {
                let size = findings.groups[there].members.count
                let note =
                    "May be one operation with a group of \(size) accounts: the evidence cannot tell. "
                    + Self.words(doubt)
                if !findings.groups[here].notes.contains(note) { findings.groups[here].notes.append(note) }
            }
        }
    }

    /// What the mixing test said, with how much hangs on one kind of evidence.
    private static func words(_ doubt: Agglomeration.Doubt) -> String {
        func text(_ bits: Double) -> String {
            let rounded = (bits * 10).rounded() / 10
            return "\(rounded == 0 ? 0 : rounded)"
        }
        return "\(text(doubt.bits)) bits for one operation; \(text(doubt.range.lowerBound)) to "
            + "\(text(doubt.range.upperBound)) when any one kind of evidence is left out."
    }

    /// Groups tied by addresses alone, among the accounts of no reported group.
    mutating func addNeighbours(_ lists: [[Int32]]) {
        let report = report
        let lists = withoutKeptOut(lists).filter { $0.count >= AddressNeighbours.leastGroup }
        findings.groups += inParallel(lists.count) { report.neighbours(lists[$0]) }
        members += lists
        ownMembers += lists
        isOfNeighbours += lists.map { _ in true }
    }

    /// True for accounts of no reported group but those of neighbours.
    var isFree: [Bool] {
        let assignment = report.membership.assignment
        let isReported = (0..<assignment.groupCount).map(isReported)
        var isFree = assignment.group.map { $0 < 0 || !isReported[Int($0)] }
        for account in report.decided.members.keys { isFree[Int(account)] = false }
        return isFree
    }

    /// The order that `Findings` promises; `addDoubts` comes before.
    mutating func sortGroups() {
        let order = members.indices.sorted { one, two in
            if members[one].count != members[two].count { return members[one].count > members[two].count }
            return members[one][0] < members[two][0]
        }
        findings.groups = order.map { findings.groups[$0] }
        members = order.map { members[$0] }
        ownMembers = order.map { ownMembers[$0] }
        isOfNeighbours = order.map { isOfNeighbours[$0] }
        guard !findings.decisions.isEmpty else { return }
        let moved = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        for index in findings.decisions.indices {
            findings.decisions[index].group = findings.decisions[index].group.flatMap { moved[$0] }
        }
    }

    /// Verdicts on values, and with them hubs and links of the groups.
    mutating func addVerdicts() {
        let users = NetworkUsers(report.evidence.catalog, report.input, report.background.addresses)
        let verdicts = ValueVerdicts(
            report.evidence, report.membership.assignment, extraction: extraction, users: users)
        findings.linkPriorBits = verdicts.priorBits
        let judged = verdicts.judge()
        findings.artifacts = judged.verdicts
        addTies(LinkWeights(bits: judged.bits, priorBits: verdicts.priorBits))
    }

    /// Members up to which accounts that only addresses tie get links of their own. In a larger group every link would
    /// say again what its hubs say, three times for each member, and that was a third of what an analysis of a
    /// million accounts wrote.
    static let mostLinkedNeighbours = 1000

    /// Hubs and links of every group. A group's findings grow by nothing else here, so groups go beside each other.
    private mutating func addTies(_ weights: LinkWeights) {
        let (report, members) = (report, members)
        let kinds = findings.groups.map(\.kind)
        let isLinked = members.indices.map {
            !isOfNeighbours[$0] || members[$0].count <= Self.mostLinkedNeighbours
        }
        let tied = inParallel(members.count) { group in
            var ties = GroupFinding(kind: kinds[group], members: [])
            report.addTies(&ties, members[group], weights, linking: isLinked[group])
            return ties
        }
        for (group, ties) in tied.enumerated() {
            findings.groups[group].hubs = ties.hubs
            findings.groups[group].links = ties.links.filter { !isCut($0) }
        }
    }

    mutating func addAccounts() {
        let table = report.evidence.table
        let time = IncidenceTable.familyIndex(.time)
        let lockstep = report.evidence.catalog.kinds.firstIndex(of: .lockstep).map { UInt16($0) }
        let membership = report.membership
        for account in 0..<table.accountCount {
            let decided = report.decided.members[Int32(account)]
            let group = decided?.group ?? membership.assignment.group[account]
            guard group >= 0, place[group] != nil else { continue }
            let windows = table.value[table.rows[account]..<table.rows[account + 1]].count {
                table.family[Int($0)] == time && table.kind[Int($0)] == lockstep
            }
            let probability = decided?.probability ?? Bits(membership.odds[account]).probability.value
            accountsFound.append(account)
            findings.accounts.append(
                AccountFinding(
                    account: report.input.accounts.number[account],
                    features: AccountFeatures.figures(account, report.input, lockstepWindows: windows),
                    suspicion: report.isWithheld ? nil : probability * extraction[Int(group)]))
        }
    }

    mutating func addDiagnostics(_ found: GroupSearch.Outcome) {
        let evidence = report.evidence
        findings.diagnostics = [
            "corroboration_threshold": Double(evidence.threshold.threshold),
            "corroboration_by_chance": evidence.threshold.falseRate,
            "linked_accounts": Double(evidence.isLinked.count { $0 }),
            "incidences": Double(evidence.table.value.count),
            "resolution": found.resolution, "resolution_is_stable": found.isStable ? 1 : 0,
            "groups_before_membership": Double(found.assignment.groupCount),
            "cannot_tell": Double(found.doubts.count),
            "thin_cuts": Double(found.thinCuts),
        ]
        addCoverage()
    }

    private mutating func addCoverage() {
        let coverage = report.background.coverage
        if case .suspectsAndControl = report.input.population {
            findings.diagnostics["control_accounts"] = Double(coverage.controls)
            findings.diagnostics["weighted_population"] = coverage.population
        }
        if !report.input.indicators.isEmpty {
            findings.diagnostics["indicator_hits"] = Double(report.hits.hits.count)
            findings.diagnostics["indicator_hits_left_out"] = Double(report.hits.leftOut)
        }
    }
}
