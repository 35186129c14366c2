import ArgumentParser
import CaseStore
import Casework

/// What an analysis does without.
struct LeftOutOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Leave out a kind of artifact, or a whole family: \(EvidenceFamily.allCases.map(\.rawValue).joined(separator: ", ")). Several by commas, or given several times."
        ))
    var without: [String] = []

    @Option(
        help:
            "Bar a value: KIND:VALUE, or artifact:KIND:VALUE. It is never counted. May be given several times."
    )
    var bar: [String] = []

    struct Chosen {
        var kinds: Set<ArtifactKind> = []
        var families: Set<EvidenceFamily> = []
        var barred: Set<Artifact> = []
    }

    /// - Throws: `CommandFailure` for names and values that the case does not have.
    func read(_ reader: CaseReader) throws -> Chosen {
        var chosen = Chosen()
        let names = without.flatMap { $0.split(separator: ",").map(String.init) }
        let kinds = try names.isEmpty ? [] : reader.artifactKinds() + LeftOutOptions.derived
        for name in names {
            if let family = EvidenceFamily(rawValue: name) {
                chosen.families.insert(family)
            } else if kinds.contains(ArtifactKind(name)) {
                chosen.kinds.insert(ArtifactKind(name))
            } else {
                throw LeftOutOptions.unknown(name, kinds)
            }
        }
        for text in bar { chosen.barred.insert(try LeftOutOptions.artifact(text, reader)) }
        return chosen
    }

    /// Kinds that the analysis makes itself.
    private static let derived: [ArtifactKind] = [.signUp, .lockstep]

    private static func unknown(_ name: String, _ kinds: [ArtifactKind]) -> CommandFailure {
        let known = EvidenceFamily.allCases.map(\.rawValue) + Set(kinds).sorted().map(\.rawValue)
        let nearest = NearestName.of(name, among: known).map { " Did you mean \($0)?" } ?? ""
        return CommandFailure.usage(
            "--without \(SafeOutput.brief(name)): the case has no such kind and there is no such family.\(nearest) Known: \(known.joined(separator: ", "))."
        )
    }

    private static func artifact(_ text: String, _ reader: CaseReader) throws -> Artifact {
        let rest = text.hasPrefix("artifact:") ? String(text.dropFirst("artifact:".count)) : text
        let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw CommandFailure.usage("--bar \(SafeOutput.brief(text)): expected KIND:VALUE.")
        }
        let artifact = Artifact(kind: ArtifactKind(parts[0]), value: ExactText(parts[1]))
        guard try reader.holds(artifact) else {
            throw CommandFailure.usage(
                "--bar \(SafeOutput.brief(text)): no account of the case has this value; values are exact and case-sensitive."
            )
        }
        return artifact
    }
}
