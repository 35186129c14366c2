import Casework

/// What the values of one account say of every group that it touches; made once and used for one account after another.
///
/// Slots of a group: the families (language without templates), templates, then marks.
struct GroupSums: Sendable {
    /// A value's weight from which it ties: 2 to the power of `Membership.tellingBits`.
    static let tellingRatio = 4.0
    /// Members among the other holders of a value from which it is a firm tie.
    static let firmShare = 1.0 / 3
    /// The same for addresses and networks, which are rented; of either it takes `leastRented`, each with two members. An
    /// address and the network that it lies in are one thing rented, so the two are counted apart.
    static let rentedShare = 0.75
    static let leastRented = 3.0

    private static let familyCount = EvidenceFamily.allCases.count
    private static let templateSlot = familyCount
    private static let firmSlot = familyCount + 1
    /// Addresses, then networks.
    private static let rentedSlot = familyCount + 2
    private static let width = familyCount + 4
    private static let language = Int(IncidenceTable.familyIndex(.language))
    private static let infrastructure = Int(IncidenceTable.familyIndex(.infrastructure))

    /// Groups that the account shares a value with, ascending.
    private(set) var touched: [Int32] = []
    private var isTouched: [Bool]
    private var sums: [Double]
    /// By group: kinds of `Absence` of which the account shares a telling value.
    private var shared: [UInt64]
    private var held = [Double](repeating: 0, count: familyCount + 1)

    init(groups: Int) {
        isTouched = [Bool](repeating: false, count: groups)
        sums = [Double](repeating: 0, count: groups * Self.width)
        shared = [UInt64](repeating: 0, count: groups)
    }

    /// What the sums are taken from: the groups as they are, and what may be a tie.
    struct Source: Sendable {
        let table: IncidenceTable
        let assignment: GroupAssignment
        let groups: GroupScales
        /// By kind: whether a value can be a firm tie.
        let canBeFirm: [Bool]
        /// By kind: its bit in `Absence`, or 0.
        let absenceBits: [UInt64]
        /// The kind of addresses, where there are any.
        let addressKind: UInt16?

        /// Whether members of the entry's group are this share of a value's holders but for the account.
        fileprivate func members(
            _ entry: Int, of value: Int, are share: Double, least: Double, but account: Int
        ) -> Bool {
            let all = Double(groups.presence.inside[entry])
            let isOwn = assignment.group[account] == groups.presence.group[entry]
            let inside = isOwn ? all - 1 : all
            let outside =
                table.outside(value, inside: all)
                - (isOwn ? 0 : Double(table.coverage.weight(of: account)))
            return inside >= least && inside >= share * (inside + max(0, outside))
        }
    }

    /// Sums up the account's values, and forgets the account before. O(its values · groups that hold them).
    mutating func gather(_ account: Int, _ source: borrowing Source) {
        forget()
        let (table, presence) = (source.table, source.groups.presence)
        let own = source.assignment.group[account]
        for place in table.rows[account]..<table.rows[account + 1] {
            let value = Int(table.value[place])
            let kind = table.kind[value]
            let slot = kind == table.templateKind ? Self.templateSlot : Int(table.family[value])
            held[slot] += 1
            for entry in presence.offsets[value]..<presence.offsets[value + 1] {
                let group = Int(presence.group[entry])
                let weight =
                    presence.group[entry] == own
                    ? source.groups.weightForMember(entry, of: value, table) : source.groups.weight[entry]
                guard weight > 0 else { continue }
                if !isTouched[group] { touched.append(Int32(group)) }
                isTouched[group] = true
                mark(entry, of: value, slot: slot, account, source)
                sums[group * Self.width + slot] += weight
                if weight >= Self.tellingRatio { shared[group] |= source.absenceBits[Int(kind)] }
            }
        }
        touched.sort()
    }

    private mutating func mark(
        _ entry: Int, of value: Int, slot: Int, _ account: Int, _ source: borrowing Source
    ) {
        let base = Int(source.groups.presence.group[entry]) * Self.width
        if slot == Self.infrastructure {
            let counter = base + Self.rentedSlot + (source.table.kind[value] == source.addressKind ? 0 : 1)
            // Three are enough.
            guard sums[counter] < Self.leastRented else { return }
            if source.members(entry, of: value, are: Self.rentedShare, least: 2, but: account) {
                sums[counter] += 1
            }
        } else if source.canBeFirm[Int(source.table.kind[value])], sums[base + Self.firmSlot] == 0,
            source.members(entry, of: value, are: Self.firmShare, least: 0, but: account)
        {
            sums[base + Self.firmSlot] = 1
        }
    }

    private mutating func forget() {
        for group in touched {
            let base = Int(group) * Self.width
            for slot in base..<base + Self.width { sums[slot] = 0 }
            shared[Int(group)] = 0
            isTouched[Int(group)] = false
        }
        touched.removeAll(keepingCapacity: true)
        for slot in held.indices { held[slot] = 0 }
    }

    /// A value that can be firm and of which members are a third of the other holders.
    func isFirmlyTied(to group: Int32) -> Bool { sums[Int(group) * Self.width + Self.firmSlot] > 0 }

    /// Three addresses, or three networks, of which members are three quarters of the other holders.
    func isTiedByRented(to group: Int32) -> Bool {
        let counter = Int(group) * Self.width + Self.rentedSlot
        return max(sums[counter], sums[counter + 1]) >= Self.leastRented
    }

    func sharedKinds(with group: Int32) -> UInt64 { shared[Int(group)] }

    /// Mean ratio of a family's values; 1 where the account holds none. Prompt keys and templates show the same
    /// frames, so the stronger counts; samples are a few of the exchanges, so templates never speak against.
    ///
    /// - Parameter size: members of the group.
    func mean(of family: Int, _ group: Int32, size: Double) -> Double {
        let base = Int(group) * Self.width
        let floor = 0.5 / (size + 0.5)
        let logged = held[family] > 0 ? (sums[base + family] + floor) / held[family] : 1
        guard family == Self.language, held[Self.templateSlot] > 0 else { return logged }
        let template = (sums[base + Self.templateSlot] + floor) / held[Self.templateSlot]
        return template > 1 ? max(logged, template) : logged
    }
}
