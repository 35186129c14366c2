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
        /// Why an unrecognised file is left alone.
        var ignoredReason = "not a name of the evidence format"
        /// What stands in the way of reading it, where the listing shows that already.
        var failure: FileFailure?
        var size = 0
    }

    /// First the case, whose clock offset counts for all; then accounts, so that few placeholders are made.
    private static let order: [EvidenceTable] = [
        .caseDescription, .accounts, .ipRanges, .payments, .attributes, .exchanges, .samples, .events, .terms,
        .sources, .profile,
    ]

    private(set) var members: [Member] = []

    /// - Parameter table: what the files given by name are, whatever they are called.
    /// - Throws: `IntakeError`.
    init(_ paths: [String], table: EvidenceTable? = nil) throws {
        for path in paths {
            var facts = stat()
            guard stat(path, &facts) == 0 else { throw IntakeError.noSuchPath(path) }
            if facts.st_mode & S_IFMT == S_IFDIR {
                if table != nil { throw IntakeError.tableForFolder(path) }
                members += try EvidenceFolder.membersOfFolder(path)
            } else {
                members.append(EvidenceFolder.single(path, facts, table: table))
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

    private static func single(_ path: String, _ facts: stat, table: EvidenceTable?) -> Member {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var member = Member(name: name, path: path, followsLinks: true, size: Int(facts.st_size))
        guard let table else {
            member.recognition = FileRecognition.file(named: name)
            member.ignoredReason += "; say with --table what it is"
            return member
        }
        let isFile = facts.st_mode & S_IFMT == S_IFREG
        let firstBytes = isFile ? EvidenceFolder.firstBytes(path) : []
        member.recognition = FileRecognition.file(named: name, table: table, firstBytes: firstBytes)
        return member
    }

    private static func firstBytes(_ path: String) -> [UInt8] {
        guard let file = try? ReceivedFile(path: path, followsLinks: true) else { return [] }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = bytes.withUnsafeMutableBytes { (try? file.read(into: $0)) ?? 0 }
        return Array(bytes.prefix(count))
    }

    // MARK: folders

    private static func membersOfFolder(_ path: String) throws -> [Member] {
        var members: [Member] = []
        for entry in try entries(path) {
            guard entry.isFolder else {
                members.append(
                    member(entry, folder: path, prefix: "", FileRecognition.file(named: entry.name)))
                continue
            }
            let inner = path + "/" + entry.name
            switch ExactText(entry.name) {
            case "profiles": members += try membersOfSubfolder(inner, "profiles/", FileRecognition.profile)
            case "rules": members += try laterMembers(inner, "rules/", suffix: ".yar", "YARA rules")
            case "indicators":
                members += try laterMembers(inner, "indicators/", suffix: ".json", "indicators")
            default: break
            }
        }
        return members
    }

    private static func membersOfSubfolder(
        _ path: String, _ prefix: String, _ recognise: (String) -> FileRecognition?
    ) throws -> [Member] {
        try entries(path).filter { !$0.isFolder }
            .map { member($0, folder: path, prefix: prefix, recognise($0.name)) }
    }

    /// Files of a kind that this version knows of and does not read.
    private static func laterMembers(
        _ path: String, _ prefix: String, suffix: String, _ kind: String
    ) throws -> [Member] {
        try membersOfSubfolder(path, prefix) { _ in nil }
            .map { member in
                var member = member
                if Bytes.has(member.name, suffix: suffix) {
                    member.ignoredReason = "\(kind) are not read in this version"
                }
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
            member.ignoredReason = "its name is no UTF-8"
        }
        return member
    }

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
