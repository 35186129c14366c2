import Casework

/// The fields that a map may fill, by table.
struct CanonicalColumns {
    var names: [String]
    var requiredCount: Int
    /// Whether other names are kept as properties or columns of their own.
    var takesOthers = false

    var required: ArraySlice<String> { names.prefix(requiredCount) }

    static let exchanges = [
        "account_id", "at", "exchange_id", "ip", "model", "surface", "input_tokens", "output_tokens",
        "client",
        "prompt_key", "sample_id",
    ]

    /// Nil for what no table of rows is.
    init?(_ table: EvidenceTable) {
        switch table {
        case .accounts: self.init(AccountsReader.self, takesOthers: true)
        case .payments: self.init(PaymentsReader.self)
        case .attributes: self.init(AttributesReader.self)
        case .ipRanges: self.init(RangesReader.self)
        case .exchanges:
            self.init(names: CanonicalColumns.exchanges, requiredCount: 2, takesOthers: true)
        case .samples: self.init(SamplesReader.self)
        case .events: self.init(EventsReader.self)
        case .terms: self.init(TermsReader.self)
        case .sources: self.init(SourcesReader.self)
        case .caseDescription, .profile, .rules, .indicators, .geoip: return nil
        }
    }

    private init<Reader: RecordReader>(_: Reader.Type, takesOthers: Bool = false) {
        self.init(names: Reader.columns, requiredCount: Reader.requiredCount, takesOthers: takesOthers)
    }

    private init(names: [String], requiredCount: Int, takesOthers: Bool) {
        self.names = names
        self.requiredCount = requiredCount
        self.takesOthers = takesOthers
    }
}
