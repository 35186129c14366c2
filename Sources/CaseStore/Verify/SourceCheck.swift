import Foundation

/// Compares sources with the files they came from.
enum SourceCheck {
    static func check(_ handle: Handle, _ folders: [String]) throws -> [VerificationReport.SourceCheck] {
        guard !folders.isEmpty else { return [] }
        return try handle.rows(
            "SELECT number, file, sha256 FROM source WHERE state = 'complete' ORDER BY number"
        ) { row in
            let (file, sha256) = (row.text(1), row.text(2))
            return VerificationReport.SourceCheck(
                source: row.int(0), file: file, sha256: sha256, status: status(file, sha256, folders))
        }
    }

    /// Present if any folder has the file as it was; altered if it is only found different.
    private static func status(
        _ file: String, _ sha256: String, _ folders: [String]
    ) -> VerificationReport.SourceStatus {
        var isFound = false
        for folder in folders {
            guard let found = hash(ofFileAt: folder + "/" + file) else { continue }
            if found == sha256 { return .present }
            isFound = true
        }
        return isFound ? .altered : .absent
    }

    /// SHA-256 of a file, read in pieces; nil for what cannot be read.
    private static func hash(ofFileAt path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var hasher = SHA256Hasher()
        let isWhole = withUnsafeTemporaryAllocation(byteCount: pieceBytes, alignment: 16) { piece in
            while true {
                let count = read(descriptor, piece.baseAddress, piece.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count == 0 }
                hasher.update(UnsafeRawBufferPointer(rebasing: piece[..<count]))
            }
        }
        return isWhole ? hasher.hexadecimal() : nil
    }

    private static let pieceBytes = 1 << 18
}
