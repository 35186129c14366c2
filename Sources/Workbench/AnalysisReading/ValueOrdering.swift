import Analysis
import CaseStore
import Casework

/// All values of a case in the order of kind and bytes, each once, and where to find those that the store
/// numbers otherwise.
///
/// Sorting takes long and needs the evidence alone; the frames of prompts, few and found elsewhere meanwhile, come last.
struct ValueOrdering: Sendable {
    /// Place by value number, by address number, and by code of each account column; `none` for what is no artifact.
    private(set) var ofValue: [UInt32] = []
    private(set) var ofAddress: [UInt32] = []
    private(set) var ofEmailDomain: [UInt32] = []
    private(set) var ofEmailHash: [UInt32] = []
    private(set) var ofOrganisation: [UInt32] = []
    /// By place among the templates, from 1.
    private(set) var ofTemplate: [UInt32] = []
    /// Value numbers of models with their names.
    private(set) var models: [(number: Int, name: ExactText)] = []
    private var columns = ValueColumns()
    private var entries: ValueEntries
    private let paymentKinds: [PaymentKind?]

    static let none = UInt32.max
    /// Everybody shares them: they tell nothing about who is behind an account.
    private static let noArtifacts: Set<String> = ["model", "surface"]

    /// Sorts the values. O(bytes), and values log values where many begin alike.
    init(_ values: ValueTable, addresses: [IPAddress], accounts: AccountTable) {
        paymentKinds = values.paymentKind
        let artifacts = values.kinds.map { ValueOrdering.isArtifact($0) ? $0 : nil }
        if let model = values.kinds.firstIndex(where: { $0.rawValue == "model" }) {
            for place in 0..<values.count where Int(values.kind[place]) == model {
                models.append((place + 1, ExactText(values.texts.string(place))))
            }
        }
        entries = ValueEntries()
        entries.add(.value, values.texts, kinds: artifacts, kind: values.kind)
        entries.add(.address, TextDictionary(written: addresses), .address)
        entries.add(.emailDomain, accounts.emailDomain.texts, .emailDomain)
        entries.add(.emailHash, accounts.emailHash.texts, .emailHash)
        entries.add(.organisation, accounts.organisation.texts, .organisation)
        entries.sort()
    }

    /// Gives every value its place. Call it once, before anything else is asked.
    ///
    /// - Parameter templates: ids of the frames found.
    mutating func place(templates: [String]) {
        entries.add(.template, TextDictionary(templates), .template)
        entries.sort()
        let placed = entries.placed()
        columns = placed.columns
        ofValue = placed.places[ValueEntries.Part.value.rawValue]
        ofAddress = placed.places[ValueEntries.Part.address.rawValue]
        ofEmailDomain = placed.places[ValueEntries.Part.emailDomain.rawValue]
        ofEmailHash = placed.places[ValueEntries.Part.emailHash.rawValue]
        ofOrganisation = placed.places[ValueEntries.Part.organisation.rawValue]
        ofTemplate = placed.places[ValueEntries.Part.template.rawValue]
        entries = ValueEntries()
        fillPaymentKinds()
    }

    /// The ordered columns; they leave this value, which keeps only the places.
    mutating func takeColumns() -> ValueColumns {
        defer { columns = ValueColumns() }
        return columns
    }

    private static func isArtifact(_ kind: ArtifactKind) -> Bool {
        !noArtifacts.contains(kind.rawValue) && !kind.rawValue.hasPrefix("x:")
    }

    private mutating func fillPaymentKinds() {
        columns.paymentKind = Array(repeating: nil, count: columns.kind.count)
        for (place, kind) in paymentKinds.enumerated() where kind != nil {
            let index = ofValue[place + 1]
            if index != ValueOrdering.none { columns.paymentKind[Int(index)] = kind }
        }
    }
}

extension TextDictionary {
    fileprivate init(_ texts: some Sequence<String>) {
        self.init()
        for text in texts {
            bytes.append(contentsOf: text.utf8)
            ends.append(bytes.count)
        }
    }

    /// Addresses as texts.
    fileprivate init(written addresses: [IPAddress]) {
        self.init()
        ends.reserveCapacity(addresses.count)
        for address in addresses {
            address.write(to: &bytes)
            ends.append(bytes.count)
        }
    }
}
