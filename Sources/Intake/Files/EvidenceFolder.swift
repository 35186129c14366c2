import Casework
import Foundation

/// The files that an import is given, in the order in which they are read.
struct EvidenceFolder {
    struct Member {
        /// Relative to the folder; the bare name of a single file.
        var name: String
        var path: String
        /// False for members of a folder: a link there may point anywhere.
        var followsLinks: Bool
        var recognition: FileRecognition?
        /// How a foreign file is read.
        var map: EvidenceMap?
        /// Why an unrecognised file is left alone.
        var ignoredReason = "not a name of the evidence format"
        /// What stands in the way of reading it, where the listing shows that already.
        var failure: FileFailure?
        var size = 0
    }

    /// First the case, whose clock offset counts for all; then accounts, so that few placeholders are made.
    private static let order: [EvidenceTable] = [
        .caseDescription, .accounts, .ipRanges, .payments, .attributes, .exchanges, .samples, .events, .terms,
        .sources, .profile, .rules, .indicators,
    ]

    private(set) var members: [Member] = []
    private let maps: [EvidenceMap]
    private let readsRules: Bool

    /// - Parameters:
    ///   - table: what the files given by name are, whatever they are called.
    ///   - maps: how foreign files are read.
    ///   - readsRules: whether rules and indicators are read.
    /// - Throws: `IntakeError`.
    init(
        _ paths: [String], table: EvidenceTable? = nil, maps: [EvidenceMap] = [], readsRules: Bool = false
    ) throws {
        self.maps = maps
        self.readsRules = readsRules
        for path in paths {
            var facts = stat()
            guard stat(path, &facts) == 0 else { throw IntakeError.noSuchPath(path) }
            if facts.st_mode & S_IFMT == S_IFDIR {
                if table != nil { throw IntakeError.tableForFolder(path) }
                members += try membersOfFolder(path)
            } else {
                members.append(single(path, facts, table: table))
            }
        }
        members = EvidenceFolder.sorted(members)
    }

    private static func sorted(_ members: [Member]) -> [Member] {
        func rank(_ member: Member) -> Int {
            member.recognition.flatMap { order.firstIndex(of: $0.table) } ?? order.count
        }
        return members.enumerated()
            .sorted {
                let left = (rank($0.element), ExactText($0.element.name), $0.offset)
                return left < (rank($1.element), ExactText($1.element.name), $1.offset)
            }
            .map(\.element)
    }

    // MARK: files given by name

    private func single(_ path: String, _ facts: stat, table: EvidenceTable?) -> Member {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var member = Member(name: name, path: path, followsLinks: true, size: Int(facts.st_size))
        let isFile = facts.st_mode & S_IFMT == S_IFREG
        let firstBytes = isFile ? EvidenceFolder.firstBytes(path) : []
        if table == nil, let map = maps.first(where: { $0.isFor(name) }) ?? maps.first {
            member.map = map
            member.recognition = .foreign(name, map, firstBytes: firstBytes)
            return member
        }
        guard let table else {
            member.recognition = FileRecognition.file(named: name)
            member.ignoredReason += EvidenceFolder.advice(for: name)
            return member
        }
        member.recognition = FileRecognition.file(named: name, table: table, firstBytes: firstBytes)
        return member
    }

    private static func advice(for name: String) -> String {
        if Bytes.has(name, suffix: ".parquet") { return "; convert Parquet to CSV first, see mapping.md" }
        return "; say with --table what it is, or draft a map with `revenuer map`"
    }

    private static func firstBytes(_ path: String, followsLinks: Bool = true) -> [UInt8] {
        guard let file = try? ReceivedFile(path: path, followsLinks: followsLinks) else { return [] }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = bytes.withUnsafeMutableBytes { (try? file.read(into: $0)) ?? 0 }
        return Array(bytes.prefix(count))
    }

    // MARK: folders

    private func membersOfFolder(_ path: String) throws -> [Member] {
        var members: [Member] = []
        let folderMaps = FolderMaps(folder: path)
        for entry in try EvidenceFolder.entries(path) {
            guard entry.isFolder else {
                members.append(mapped(plainMember(entry, path), folderMaps))
                continue
            }
            let inner = path + "/" + entry.name
            switch ExactText(entry.name) {
            case "profiles":
                members += try EvidenceFolder.membersOfSubfolder(inner, "profiles/", FileRecognition.profile)
            case "rules": members += try partnerMembers(inner, "rules/", .rules)
            case "indicators": members += try partnerMembers(inner, "indicators/", .indicators)
            default: break
            }
        }
        return members
    }

    private func plainMember(_ entry: Entry, _ path: String) -> Member {
        EvidenceFolder.member(entry, folder: path, prefix: "", FileRecognition.file(named: entry.name))
    }

    /// What case.yaml says of a file counts first, then the maps that were given, then its name.
    private func mapped(_ member: Member, _ folderMaps: FolderMaps) -> Member {
        var member = member
        let isDocument = member.recognition?.isDocument ?? false
        if isDocument || member.ignoredReason == EvidenceFolder.noText { return member }
        let given = maps.first { map in
            map.files.isEmpty ? member.recognition == nil : map.isFor(member.name)
        }
        switch folderMaps.find(member.name) {
        case .failure(let failure):
            member.failure = failure
        case .success(let map): take(map, &member)
        case nil:
            if folderMaps.mapFiles.contains(ExactText(member.name)) {
                member.recognition = nil
                member.ignoredReason = "is a map, named in case.yaml"
            } else if let given, !Bytes.has(member.name, suffix: ".yaml") {
                take(given, &member)
            } else if member.recognition == nil {
                member.ignoredReason += EvidenceFolder.advice(for: member.name)
            }
        }
        return member
    }

    private func take(_ map: EvidenceMap, _ member: inout Member) {
        member.map = map
        let firstBytes = EvidenceFolder.firstBytes(member.path, followsLinks: false)
        member.recognition = .foreign(member.name, map, firstBytes: firstBytes)
    }

    private static func membersOfSubfolder(
        _ path: String, _ prefix: String, _ recognise: (String) -> FileRecognition?
    ) throws -> [Member] {
        try entries(path).filter { !$0.isFolder }
            .map { member($0, folder: path, prefix: prefix, recognise($0.name)) }
    }

    /// Rules or indicators.
    private func partnerMembers(_ path: String, _ prefix: String, _ table: EvidenceTable) throws -> [Member] {
        try EvidenceFolder.membersOfSubfolder(path, prefix) { FileRecognition.partner(named: $0, table) }
            .map { member in
                guard !readsRules, member.recognition != nil else { return member }
                var member = member
                member.recognition = nil
                member.ignoredReason =
                    (table == .rules ? "YARA rules" : "indicators") + " are not read in this version"
                return member
            }
    }

    private static func member(
        _ entry: Entry, folder: String, prefix: String, _ recognition: FileRecognition?
    ) -> Member {
        var member = Member(
            name: prefix + entry.name, path: folder + "/" + entry.name, followsLinks: false,
            recognition: recognition)
        member.size = entry.size
        if !entry.isText {
            member.recognition = nil
            member.ignoredReason = noText
        }
        return member
    }

    private static let noText = "its name is no UTF-8"

    private struct Entry {
        var name: String
        var isText: Bool
        var isFolder: Bool
        var size: Int
    }

    private static func entries(_ path: String) throws -> [Entry] {
        guard let folder = opendir(path) else { throw IntakeError.unreadableFolder(path, errno: errno) }
        defer { closedir(folder) }
        var entries: [Entry] = []
        while let next = readdir(folder) {
            let bytes = withUnsafeBytes(of: &next.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let name = String(decoding: bytes, as: UTF8.self)
            if name == "." || name == ".." { continue }
            var facts = stat()
            let isThere =
                fstatat(dirfd(folder), bytes.map { CChar(bitPattern: $0) } + [0], &facts, AT_SYMLINK_NOFOLLOW)
                == 0
            entries.append(
                Entry(
                    name: name, isText: name.utf8.elementsEqual(bytes),
                    isFolder: isThere && facts.st_mode & S_IFMT == S_IFDIR,
                    size: isThere ? Int(facts.st_size) : 0))
        }
        return entries
    }
}
