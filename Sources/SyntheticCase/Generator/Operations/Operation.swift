/// An operation as the truth has it.
struct Operation: Sendable {
    /// What leads to its lab.
    enum Evidence: String, Sendable {
        /// Several independent sources.
        case strong
        /// One weak piece.
        case thin
        case none
        /// Metadata of a rival.
        case forged
        /// Exits of two labs, which both customers of the reseller use.
        case reseller
    }

    let style: OperationStyle
    let campaign: String
    /// Index into the labs; nil where nobody knows.
    let lab: Int?
    /// Whom the forged metadata names.
    var framed: Int?
    let evidence: Evidence
    let size: Int
    /// The reseller's number, for its customers.
    var pair: Int?
}

/// Ways to run an operation; each has a file that says what is particular to it.
enum OperationStyle: String, CaseIterable, Sendable {
    case hydra, paths, synchronised, resold, pivot, change, mixing, slow, framed, careful

    var knob: Knob {
        switch self {
        case .hydra: return .hydra
        case .paths: return .paths
        case .synchronised: return .synchronised
        case .resold: return .resold
        case .pivot: return .pivot
        case .change: return .change
        case .mixing: return .mixing
        case .slow: return .slow
        case .framed: return .framed
        case .careful: return .careful
        }
    }

    /// Relative number of accounts; the hydra's share is a knob.
    var weight: Double {
        switch self {
        case .synchronised: return 0.5
        case .resold, .paths, .slow: return 1.2
        default: return 1
        }
    }

    /// Relative number of exchanges for an account.
    var intensity: Double {
        switch self {
        case .synchronised: return 1.3
        case .paths: return 0.6
        case .careful: return 0.5
        case .slow: return 0.12
        default: return 1
        }
    }

    func shape(_ habits: inout OperationHabits, _ knobs: KnobSettings, _ random: inout SeededRandom) {
        switch self {
        case .hydra: HydraStyle.shape(&habits, knobs, &random)
        case .paths: PathsStyle.shape(&habits, knobs, &random)
        case .synchronised: SynchronisedStyle.shape(&habits, &random)
        case .resold: ResoldStyle.shape(&habits, &random)
        case .pivot: PivotStyle.shape(&habits, &random)
        case .change: ChangeStyle.shape(&habits, &random)
        case .mixing: MixingStyle.shape(&habits, &random)
        case .slow: SlowStyle.shape(&habits, knobs, &random)
        case .framed: FramedStyle.shape(&habits, knobs, &random)
        case .careful: CarefulStyle.shape(&habits, knobs, &random)
        }
    }
}
