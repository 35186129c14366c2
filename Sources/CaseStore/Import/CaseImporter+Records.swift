import Casework

/// Rows of evidence that are kept one by one, packed in the columns of their tables.
extension CaseImporter {
    func store(_ batch: EvidenceBatch, _ file: FileInHand) throws {
        switch batch {
        case .accounts(let records): try store(records, file)
        case .holdings(let records): try store(records, file)
        case .ranges(let records): for record in records { pack(record, file) }
        case .exchanges(let exchanges): try store(exchanges, file)
        case .samples(let records): try store(records, file)
        case .events(let records): for record in records { pack(record, file) }
        case .terms(let records): for record in records { pack(record, file) }
        case .provenance(let records): for record in records { pack(record, file) }
        case .caseDescription(let description): pack(description, file)
        case .profile(let profile): try pack(profile, file)
        case .rules(let rules): pack(rules, file)
        case .indicators(let records): for record in records { pack(record, file) }
        case .geo(let records): for record in records { pack(record, file) }
        }
    }

    private func store(_ records: [AccountRecord], _ file: FileInHand) throws {
        let accounts = try state.accounts()
        let contents = try state.contents()
        for record in records {
            let number = granted(record.account, accounts, file)
            let content = contents.content(of: number) ?? ContentHash(high: 0, low: 0)
            file.pack(.accountRecord) {
                $0.integer(Int(number))
                $0.integer(file.source)
                $0.integer(record.position.line)
                $0.integer(record.position.offset)
                $0.integer(record.createdAt.milliseconds)
                $0.text(record.status?.rawValue)
                $0.integer(record.closedAt)
                $0.text(record.channel)
                $0.text(record.plan?.rawValue)
                $0.text(record.declaredCountry)
                $0.text(record.emailDomain?.string)
                $0.text(record.emailHash?.string)
                $0.text(record.organisation?.string)
                $0.text(CaseImporter.properties(record.properties))
                $0.blob(content.high, content.low)
            }
        }
    }

    /// The number that was claimed for a row. Rows come in the order of their claims, so it is the next one.
    private func granted(_ id: AccountID, _ accounts: ByteIndex, _ file: FileInHand) -> UInt32 {
        guard file.nextGranted < file.granted.count else { return number(of: id, accounts, file) }
        let number = file.granted[file.nextGranted]
        var text = id.string
        guard text.withUTF8({ $0.elementsEqual(accounts.bytes(number)) }) else {
            return self.number(of: id, accounts, file)
        }
        file.nextGranted += 1
        if file.nextGranted == file.granted.count {
            file.granted.removeAll(keepingCapacity: true)
            file.nextGranted = 0
        }
        return number
    }

    private static func properties(_ properties: [AccountRecord.Property]) -> String? {
        guard !properties.isEmpty else { return nil }
        let members = properties.map { ($0.name, JSONValue.text($0.value)) }
        return JSONValue.object(Dictionary(members) { _, last in last }).text
    }

    private func store(_ records: [HoldingRecord], _ file: FileInHand) throws {
        let accounts = try state.accounts()
        let values = try state.values()
        for record in records {
            let account = number(of: record.account, accounts, file)
            let value = number(of: record.kind.rawValue, record.value.string, values, file)
            file.pack(.holding, at: record.position) {
                $0.integer(Int(account))
                $0.integer(Int(value))
                $0.text(record.paymentKind?.rawValue)
                $0.text(record.issuerCountry)
                $0.integer(record.firstSeen)
                $0.integer(record.lastSeen)
                $0.integer(record.uses)
            }
        }
    }

    private func number(of kind: String, _ value: String, _ values: ValueIndex, _ file: FileInHand) -> UInt32
    {
        var text = value
        return text.withUTF8 { bytes in
            let (number, isNew) = values.insert(values.kind(kind), bytes)
            if isNew { file.packValue(kind, bytes, number: number) }
            return number
        }
    }

    private func store(_ records: [SampleRecord], _ file: FileInHand) throws {
        let accounts = try state.accounts()
        let values = try state.values()
        for record in records {
            let account = number(of: record.account, accounts, file)
            file.pack(.sample, at: record.position) {
                $0.integer(Int(account))
                $0.integer(record.at.milliseconds)
                $0.text(record.sampleID?.string)
                $0.text(record.model?.string)
                $0.text(record.surface?.string)
                $0.text(record.prompt)
                $0.text(record.response)
                $0.text(record.metadata)
            }
            for property in record.metadataValues {
                let value = number(of: "metadata_" + property.name, property.value, values, file)
                file.pack(.holding, at: record.position) {
                    $0.integer(Int(account))
                    $0.integer(Int(value))
                    $0.null()
                    $0.null()
                    $0.integer(record.at.milliseconds)
                    $0.integer(record.at.milliseconds)
                    $0.null()
                }
            }
        }
    }

    private func pack(_ record: RangeRecord, _ file: FileInHand) {
        file.pack(.ipRange, at: record.position) {
            $0.blob(record.range.address.high, record.range.address.low)
            $0.integer(Int(record.range.prefix))
            $0.text(record.range.description)
            $0.integer(record.asNumber)
            $0.text(record.asName)
            $0.text(record.country)
            $0.text(record.usage?.rawValue)
        }
    }
}

extension RowPack {
    func integer(_ time: Timestamp?) { integer(time.map { Int($0.milliseconds) }) }
}
