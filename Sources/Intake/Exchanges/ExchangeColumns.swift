import Casework

/// Which field of a row is which column of `exchanges`.
struct ExchangePlaces {
    var account = -1
    var at = -1
    var exchangeID = -1
    var address = -1
    var inputTokens = -1
    var outputTokens = -1
    var sampleID = -1

    /// Takes a column the format names and that is not coded; false for any other.
    mutating func take(_ name: String, place: Int) -> Bool {
        switch ExactText(name) {
        case "account_id": account = place
        case "at": at = place
        case "exchange_id": exchangeID = place
        case "ip": address = place
        case "input_tokens": inputTokens = place
        case "output_tokens": outputTokens = place
        case "sample_id": sampleID = place
        default: return false
        }
        return true
    }
}

extension CodedColumnBuilder {
    /// The builder for a column by its name in the file.
    init(column name: String, place: Int, seed: UInt64, earlierRows: Int) {
        let isIdentifier = ScalarReading.isIdentifier(column: name)
        let isAttribute = name.utf8.starts(with: "attr:".utf8) && name.utf8.count > 5
        let named: [ExactText] = ["model", "client", "prompt_key"]
        let kind: Kind
        let isNamed = isAttribute || named.contains(ExactText(name))
        if ExactText(name) == "surface" {
            kind = .surface
        } else if isNamed {
            kind = isIdentifier ? .identifier : .text
        } else {
            kind = isIdentifier ? .unknownIdentifier : .unknown
        }
        let stored = isNamed || kind == .surface ? name : "x:" + name
        self.init(name: stored, place: place, kind: kind, seed: seed, earlierRows: earlierRows)
    }
}

/// The columns of a batch that are not coded, while it is read.
struct ExchangeRows {
    var account: [UInt32] = []
    var at: [Int64] = []
    var address: [UInt32] = []
    var inputTokens: [Int64] = []
    var outputTokens: [Int64] = []
    var line: [Int] = []
    var offset: [Int] = []
    var exchangeID = PlainColumn(name: "exchange_id")
    var sampleID = PlainColumn(name: "sample_id")

    init() {
        account.reserveCapacity(Limits.exchangeRows)
        at.reserveCapacity(Limits.exchangeRows)
        address.reserveCapacity(Limits.exchangeRows)
        inputTokens.reserveCapacity(Limits.exchangeRows)
        outputTokens.reserveCapacity(Limits.exchangeRows)
        line.reserveCapacity(Limits.exchangeRows)
        offset.reserveCapacity(Limits.exchangeRows)
    }

    var count: Int { account.count }

    /// Removes rows by their numbers, which ascend.
    mutating func remove(_ rows: [Int]) {
        account.remove(rows: rows)
        at.remove(rows: rows)
        address.remove(rows: rows)
        inputTokens.remove(rows: rows)
        outputTokens.remove(rows: rows)
        line.remove(rows: rows)
        offset.remove(rows: rows)
        exchangeID.remove(rows: rows)
        sampleID.remove(rows: rows)
    }
}

extension Array {
    /// Removes elements by their indexes, which ascend. Linear in what stands behind the first.
    mutating func remove(rows: [Int]) {
        guard var write = rows.first else { return }
        var next = 0
        for read in write..<count {
            if next < rows.count, rows[next] == read {
                next += 1
            } else {
                self[write] = self[read]
                write += 1
            }
        }
        removeLast(count - write)
    }
}

extension PlainColumn {
    /// Appends the text of a row; rows before it that the column did not know have none.
    @inline(__always)
    mutating func append(_ text: UnsafeBufferPointer<UInt8>, row: Int) {
        while ends.count < row { ends.append(bytes.count) }
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
    }

    /// Removes rows by their numbers, which ascend; a column that was never filled stays empty.
    mutating func remove(rows: [Int]) {
        guard let first = rows.first, first < ends.count else { return }
        var rest = PlainColumn(name: name)
        var next = 0
        for row in first..<ends.count {
            if next < rows.count, rows[next] == row {
                next += 1
            } else {
                rest.bytes += bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
                rest.ends.append(rest.bytes.count)
            }
        }
        let kept = first == 0 ? 0 : ends[first - 1]
        bytes.removeLast(bytes.count - kept)
        ends.removeLast(ends.count - first)
        bytes += rest.bytes
        for end in rest.ends { ends.append(kept + end) }
    }
}
