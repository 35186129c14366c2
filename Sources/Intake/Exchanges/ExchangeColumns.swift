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
    init(column name: String, place: Int, seed: UInt64) {
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
        self.init(name: stored, place: place, kind: kind, seed: seed)
    }
}

/// The columns of a batch that are not coded, while it is read.
struct ExchangeRows {
    let account = RowColumn<UInt32>(empty: 0)
    let at = RowColumn<Int64>(empty: 0)
    let address = RowColumn<UInt32>(empty: 0)
    let inputTokens = RowColumn<Int64>(empty: -1)
    let outputTokens = RowColumn<Int64>(empty: -1)
    let line = RowColumn<Int>(empty: 0)
    let offset = RowColumn<Int>(empty: 0)
    var exchangeID = PlainColumn(name: "exchange_id")
    var sampleID = PlainColumn(name: "sample_id")
    var count = 0

    /// Removes rows by their numbers, which ascend.
    mutating func remove(_ rows: [Int]) {
        account.remove(rows, of: count)
        at.remove(rows, of: count)
        address.remove(rows, of: count)
        inputTokens.remove(rows, of: count)
        outputTokens.remove(rows, of: count)
        line.remove(rows, of: count)
        offset.remove(rows, of: count)
        exchangeID.remove(rows: rows)
        sampleID.remove(rows: rows)
        count -= rows.count
    }

    /// The rows as a batch without coded and plain columns; they begin anew.
    mutating func takeBatch() -> ExchangeBatch {
        var batch = ExchangeBatch()
        batch.count = count
        batch.account = account.take(count)
        batch.at = at.take(count)
        batch.address = address.take(count)
        batch.inputTokens = inputTokens.take(count)
        batch.outputTokens = outputTokens.take(count)
        batch.line = line.take(count)
        batch.offset = offset.take(count)
        count = 0
        return batch
    }
}

extension PlainColumn {
    /// The texts of the first `count` rows; the column begins anew.
    mutating func take(rows count: Int) -> PlainColumn {
        var taken = PlainColumn(name: name)
        swap(&taken, &self)
        while taken.ends.count < count { taken.ends.append(taken.bytes.count) }
        return taken
    }

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
