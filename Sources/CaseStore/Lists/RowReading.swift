import Casework

/// Rows of lists from statements that select the columns of their definitions.
enum RowReading {
    static func account(_ row: Statement) throws -> AccountRow {
        var account = AccountRow(accountId: AccountID(row.text(0)), unlisted: row.int(1) != 0)
        account.createdAt = row.time(2)
        account.status = row.word(3)
        account.closedAt = row.time(4)
        account.channel = row.optionalText(5)
        account.plan = row.word(6)
        account.declaredCountry = row.optionalText(7)
        account.emailDomain = row.optionalText(8)
        account.emailHash = row.optionalText(9)
        account.orgName = row.optionalText(10)
        account.exchanges = row.int(11)
        account.firstAt = row.time(12)
        account.lastAt = row.time(13)
        account.campaign = row.optionalText(14)
        account.group = row.optionalText(15)
        account.probability = row.optionalDouble(16)
        account.role = row.word(17)
        account.flagged = try JSONColumn.decode(row.text(18))
        return account
    }

    static func artifact(_ row: Statement) throws -> ArtifactRow {
        var artifact = ArtifactRow(
            kind: ArtifactKind(row.text(0)), value: ExactText(row.text(1)), accounts: row.int(2),
            flagged: row.int(3))
        artifact.verdict = row.word(4)
        artifact.bits = row.optionalDouble(5)
        artifact.reasons = try JSONColumn.decode(row.text(6))
        return artifact
    }

    static func network(_ row: Statement) -> NetworkRow {
        var network = NetworkRow(net: row.text(0), accounts: row.int(6), flagged: row.int(7))
        network.asn = row.optionalInt(1)
        network.asName = row.optionalText(2)
        network.country = row.optionalText(3)
        network.usage = row.word(4)
        network.userCount = row.optionalInt(5)
        return network
    }

    static func sample(_ row: Statement) throws -> SampleRow {
        var sample = SampleRow(
            accountId: AccountID(row.text(1)), at: Timestamp(milliseconds: row.integer(2)),
            prompt: row.text(5),
            row: RowReference(source: row.int(10), file: row.text(11), line: row.int(12)))
        sample.sampleId = row.optionalText(0)
        sample.model = row.optionalText(3)
        sample.surface = row.optionalText(4)
        sample.response = row.optionalText(6)
        sample.metadata = row.optionalText(7)
        sample.template = row.optionalText(8)
        sample.capabilities = try JSONColumn.decode(row.text(9))
        return sample
    }

    static func group(_ row: Statement) throws -> GroupRow {
        var group = GroupRow(id: row.text(0), name: row.text(1), kind: row.word(2) ?? .unexplained)
        group.accounts = row.int(3)
        group.coreAccounts = row.int(4)
        group.exchanges = row.int(5)
        group.firstAt = row.time(6)
        group.lastAt = row.time(7)
        group.extractionProbability = row.optionalDouble(8)
        group.actor = row.optionalText(9)
        group.attributionProbability = row.optionalDouble(10)
        group.capabilities = try JSONColumn.decode(row.text(11))
        group.innocentExplanations = try JSONColumn.decode(row.text(12))
        return group
    }

    static func source(_ row: Statement) -> SourceRow {
        var source = SourceRow(
            source: row.int(0), file: row.text(1), table: row.word(2) ?? .sources, sha256: row.text(3),
            rows: row.int(4), rejected: row.int(5), faults: row.int(6),
            importedAt: Timestamp(milliseconds: row.integer(7)))
        source.obtainedFrom = row.optionalText(8)
        source.grade = row.optionalText(9)
        return source
    }

    static func reject(_ row: Statement) -> RejectRow {
        RejectRow(
            source: row.int(0), file: row.text(1), line: row.int(2), offset: row.int(3), reason: row.text(4),
            field: row.optionalText(5), raw: row.text(6))
    }

    static func event(_ row: Statement) -> EventRow {
        var event = EventRow(
            at: Timestamp(milliseconds: row.integer(0)), kind: row.word(1) ?? .other, name: row.text(2))
        event.detail = row.optionalText(3)
        event.actor = row.optionalText(4)
        return event
    }
}
