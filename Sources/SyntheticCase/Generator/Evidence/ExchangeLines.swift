/// Rows of exchanges, written byte by byte.
struct ExchangeLines: Sendable {
    let header: String
    private let registry: Registry
    private let names: AccountNames
    private let times: TimeText
    private let step: Int
    private let lost: Double
    private let hasID: Bool
    private let hasAddress: Bool
    private let hasClient: Bool
    private let hasKey: Bool
    private let hasSample: Bool

    init(_ registry: Registry) {
        self.registry = registry
        let knobs = registry.knobs
        names = AccountNames(seed: registry.seed)
        times = TimeText(registry.timeline.period)
        (step, lost) = (knobs.count(.timeStep), knobs[.lostFields])
        (hasID, hasAddress) = (knobs.says(.exchangeIDs), !knobs.says(.dropAddresses))
        (hasClient, hasKey) = (!knobs.says(.dropClient), !knobs.says(.dropPromptKeys))
        hasSample = !knobs.says(.dropSamples)
        let columns: [(String, Bool)] = [
            ("exchange_id", hasID), ("account_id", true), ("at", true), ("ip", hasAddress), ("model", true),
            ("surface", true), ("input_tokens", true), ("output_tokens", true), ("client", hasClient),
            ("prompt_key", hasKey), ("sample_id", hasSample),
        ]
        header = columns.filter(\.1).map(\.0).joined(separator: ",") + "\n"
    }

    func add(
        _ act: Act, of person: Int, _ place: Int, isSampled: Bool, to bytes: inout [UInt8],
        _ random: inout SeededRandom
    ) {
        if hasID {
            addID("x-", person, place, to: &bytes)
            bytes.append(44)
        }
        names.add(person, to: &bytes)
        bytes.append(44)
        times.add(Int(act.at) - Int(act.at) % step, to: &bytes)
        bytes.append(44)
        if hasAddress {
            if let address = act.address, random.unit() >= lost { bytes.add(address) }
            bytes.append(44)
        }
        if random.unit() >= lost * 0.2 { bytes.add(act.model.rawValue) }
        bytes.append(44)
        bytes.add(act.surface.rawValue)
        bytes.append(44)
        if random.unit() >= lost * 0.4 { bytes.add(decimal: act.input) }
        bytes.append(44)
        if random.unit() >= lost * 0.4 { bytes.add(decimal: act.output) }
        if hasClient {
            bytes.append(44)
            if random.unit() >= lost * 2 { bytes.add(registry.texts[act.client]) }
        }
        if hasKey {
            bytes.append(44)
            if act.key != 0 {
                bytes.append(107)
                bytes.add(hex: act.key, digits: 16)
            }
        }
        if hasSample {
            bytes.append(44)
            if isSampled { addID("s-", person, place, to: &bytes) }
        }
        bytes.append(10)
    }

    /// Unique in the world: the account's number and the place among its exchanges.
    func addID(_ prefix: StaticString, _ person: Int, _ place: Int, to bytes: inout [UInt8]) {
        bytes.add(prefix)
        bytes.add(hex: names.code(person), digits: 10)
        bytes.append(45)
        bytes.add(decimal: place)
    }
}
