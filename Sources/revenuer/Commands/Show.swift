import ArgumentParser
import CaseStore
import Casework
import Foundation
import Workbench

/// `revenuer show CASE ID`
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Everything about one account, artifact, network, campaign, group, sample, frame or source.",
        discussion: "ID: account:ID or the bare id, artifact:KIND:VALUE, net:CIDR or an address, sample:ID, "
            + "row:SOURCE:LINE of a sample, template:ID, group:ID, campaign:ID, source:N. Of a group it says first "
            + "what its id has been through over the analyses, also where it is none any more. Of an account it says "
            + "first what is held of it and why, how many addresses (networks, payments, devices …) it shares with 10 or more "
            + "flagged accounts, and what is missing.")

    @Argument(help: "The case file.", completion: .file())
    var path: String

    @Argument(help: "What to show.")
    var id: String

    @Option(help: "How many members or holders to list.")
    var limit = 100

    @Flag(help: "Print one JSON value.")
    var json = false

    func run() throws {
        let reader = try CaseReader(opening: path)
        var out = StandardOutput()
        for reading in try readings() {
            do {
                let value = try Shown(reading, reader, limit: max(0, limit))
                if json {
                    try out.json(value)
                } else {
                    try value.lines().forEach { out.line($0) }
                }
                return out.flush()
            } catch StoreError.notFound {
                continue
            } catch WorkbenchError.unknownAccount {
                continue
            }
        }
        throw CommandFailure(message: "\(id) is not in the case; ids are exact and case-sensitive")
    }

    private func readings() throws -> [EntityName] {
        do {
            return try EntityName.readings(of: id)
        } catch {
            throw CommandFailure.usage("\(error)")
        }
    }
}

/// What a name stands for, opened.
enum Shown: Encodable {
    case account(AccountDossier)
    case artifact(ArtifactDetail)
    case network(NetworkDetail)
    case sample(SampleDetail)
    case template(TemplateDetail)
    case group(GroupDetail)
    case pastGroup(PastGroup)
    case source(SourceRow)

    /// - Throws: `StoreError.notFound` where the case has no such thing.
    init(_ name: EntityName, _ reader: CaseReader, limit: Int) throws {
        switch name {
        case .account(let id): self = .account(try LinkDesk(reader).dossierWithLinks(id))
        case .artifact(let artifact): self = .artifact(try reader.artifact(artifact, holders: limit))
        case .net(let range): self = .network(try reader.network(range, holders: limit))
        case .sample(let id): self = .sample(try reader.sampleDetail(id))
        case .group(let id), .campaign(let id): self = try Shown.opened(id.string, reader, limit: limit)
        case .source(let number): self = .source(try reader.source(number.rawValue))
        case .link(let a, let b):
            throw CommandFailure.usage("A link is opened by `revenuer explain CASE \(a) \(b)`.")
        case .membership(_, let account): self = .account(try LinkDesk(reader).dossierWithLinks(account))
        case .attribution(let campaign, _):
            self = try Shown.opened(campaign.string, reader, limit: limit)
        case .template(let id):
            self = .template(try reader.template(id.string, holders: limit, samples: limit))
        case .row(let source, let line):
            self = .sample(try reader.sampleDetail(source: source.rawValue, line: line))
        }
    }

    private static func opened(_ group: String, _ reader: CaseReader, limit: Int) throws -> Shown {
        let history = try reader.campaignHistory(of: group)
        do {
            var detail = try reader.group(group, members: limit)
            detail.history = history
            return .group(detail)
        } catch StoreError.notFound where !history.isEmpty {
            return .pastGroup(PastGroup(id: group, history: history))
        }
    }

    /// For people.
    func lines() throws -> [String] {
        switch self {
        case .account(let dossier): return try AccountPrinting.lines(dossier)
        case .group(var detail):
            let history = GroupHistoryPrinting.lines(detail.row.id, detail.history)
            detail.history = []
            let decisions = DecisionPrinting.list(detail.decisions)
            detail.decisions = []
            return history + decisions + (try DetailPrinting.lines(detail))
        case .pastGroup(let past):
            return ["\(past.id) is no group any more."] + GroupHistoryPrinting.lines(past.id, past.history)
        default: return try DetailPrinting.lines(self)
        }
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .account(let value): try value.encode(to: encoder)
        case .artifact(let value): try value.encode(to: encoder)
        case .network(let value): try value.encode(to: encoder)
        case .sample(let value): try value.encode(to: encoder)
        case .template(let value): try value.encode(to: encoder)
        case .group(let value): try value.encode(to: encoder)
        case .pastGroup(let value): try value.encode(to: encoder)
        case .source(let value): try value.encode(to: encoder)
        }
    }
}
