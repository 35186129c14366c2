public import Casework

extension CaseImporter {
    public func claimAccounts(_ ids: [(id: AccountID, content: ContentHash)]) throws -> [Claim] {
        let file = try fileInHand()
        let accounts = try state.accounts()
        let contents = try state.contents()
        return ids.map { id, content in
            let number = number(of: id, accounts, file)
            guard let standing = contents.content(of: number) else {
                contents.set(number, content)
                file.granted.append(number)
                return .granted
            }
            return standing == content ? .equal : .taken
        }
    }

    /// Hashes that are granted are kept in sorted blobs with the source.
    public func claimExchangeIDs(_ hashes: [ContentHash]) throws -> [Claim] {
        let file = try fileInHand()
        let index = try state.exchangeClaims()
        var claims: [Claim] = []
        claims.reserveCapacity(hashes.count)
        for hash in hashes {
            let isNew = index.insert(WideIndex.Key(high: hash.high, low: hash.low)).isNew
            claims.append(isNew ? .granted : .taken)
            if isNew { file.claims.append(hash) }
            if file.claims.count == CaseImporter.claimsPerPart { try flushClaims(file) }
        }
        return claims
    }

    public func claimSampleIDs(_ ids: [ExactText]) throws -> [Claim] {
        let file = try fileInHand()
        return try ids.map { id in
            if try state.hasSampleID(id) { return .taken }
            state.insert(sampleID: id)
            file.sampleIDs.append(id)
            return .granted
        }
    }

    public func claimRanges(_ ranges: [AddressRange]) throws -> [Claim] {
        let file = try fileInHand()
        return try ranges.map { range in
            if try state.hasRange(range) { return .taken }
            state.insert(range: range)
            file.ranges.append(range)
            return .granted
        }
    }

    /// The number of an account; a new one makes an identity in the file under way.
    func number(of id: AccountID, _ accounts: ByteIndex, _ file: FileInHand) -> UInt32 {
        var text = id.string
        return text.withUTF8 { bytes in
            let (number, isNew) = accounts.insert(bytes)
            if isNew { file.packIdentity(number, bytes) }
            return number
        }
    }

    /// One mebibyte of hashes.
    private static let claimsPerPart = 1 << 16
}
