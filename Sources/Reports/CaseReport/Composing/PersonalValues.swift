import Casework

/// Keeps natural persons out of findings.
///
/// Metadata of requests and samples holds what the sender's set-up put there: handles and names of people among
/// them. Their values are shortened to the first and last character and the length, unless names were asked
/// for. Hashes of e-mail addresses and telephones stay: they are what the provider gave instead of the person.
struct PersonalValues {
    var areShown: Bool

    /// The value as the report has it.
    func shown(_ artifact: Artifact) -> (value: String, shortened: Bool) {
        guard !areShown, Self.mayNamePerson(artifact.kind.rawValue) else {
            return (artifact.value.string, false)
        }
        return (Self.shortened(artifact.value.string), true)
    }

    /// Values of an item of attribution, which come joined by commas.
    func shown(indicator: String, values: String) -> String {
        guard !areShown, Self.mayNamePerson(indicator) else { return values }
        return values.split(separator: ",", omittingEmptySubsequences: false).map { part in
            Self.shortened(String(part.drop { $0 == " " }))
        }.joined(separator: ", ")
    }

    static func mayNamePerson(_ kind: String) -> Bool { kind.hasPrefix("metadata") }

    /// `k…1 (7)`: tells values apart in one report without spelling them.
    static func shortened(_ value: String) -> String {
        let scalars = value.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, scalars.count > 2 else { return "…" }
        return "\(first)…\(last) (\(scalars.count))"
    }
}
