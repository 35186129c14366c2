import Casework

/// The tables that a draft can propose, each with the fields that columns look right for.
extension TableGuess {
    mutating func exchanges() -> DraftOutput {
        var output = DraftOutput(table: .exchanges, fields: [accountField(), timeField("at")])
        add("exchange_id", uniqueID(), to: &output)
        add("ip", columns.first { $0.kind == .address }, to: &output)
        add("model", column(named: ["model", "model_id", "model_name"]), to: &output)
        add("input_tokens", column(named: TableGuess.inputTokens) { $0.kind == .integer }, to: &output)
        add("output_tokens", column(named: TableGuess.outputTokens) { $0.kind == .integer }, to: &output)
        add(
            "prompt_key", column(named: ["prompt_key", "prompt_hash", "system_hash", "template_id"]),
            to: &output)
        add("client", column(named: ["client", "sdk", "client_name", "application"]), to: &output)
        add("attr:user_agent", columns.first { $0.kind == .userAgent }, to: &output)
        addAttributes(to: &output)
        return output
    }

    private func uniqueID() -> ColumnLook? {
        column(named: TableGuess.ids) { $0.isUnique && $0.rows == look.rows && !$0.isTime }
    }

    private mutating func addAttributes(to output: inout DraftOutput) {
        for kind in KnownAttributes.all {
            guard let column = columns.first(where: { kind.names.contains($0.plainName) && !isUsed($0) })
            else { continue }
            if kind.isHashed {
                add("attr:" + kind.kind, column, "trim", "lower", "sha256", to: &output)
            } else {
                add("attr:" + kind.kind, column, to: &output)
            }
        }
        for column in columns where !isUsed(column) && column.kind == .token && column.averageBytes >= 8 {
            addShared(column, to: &output)
        }
    }

    /// A token that rows share names something they have in common; one that hardly repeats is an id.
    private mutating func addShared(_ column: ColumnLook, to output: inout DraftOutput) {
        if column.distinct * 10 >= column.rows * 9 {
            guard column.isUnique, !output.has("exchange_id"), column.plainName.hasSuffix("id") else {
                return
            }
            let doubt =
                "every row had another \(column.name) so far; if one repeats, its row is rejected as duplicate"
            return add("exchange_id", column, unsure: [doubt], to: &output)
        }
        let isContent = ["object", "content", "target", "template", "hash", "digest", "url", "key"].contains {
            column.plainName.contains($0)
        }
        guard !output.has("prompt_key"), isContent else {
            guard column.distinct > 1 else { return }
            let doubt =
                "what \(column.name) is; as it stands, accounts that share a value have something in common"
            return add("attr:" + column.plainName, column, unsure: [doubt], to: &output)
        }
        let doubt =
            "whether \(column.name) names what was asked for (\(column.distinct) different in \(column.rows) rows); "
            + "else make it \"attr:\(column.plainName)\""
        add("prompt_key", column, unsure: [doubt], to: &output)
    }

    mutating func samples(_ prompt: ColumnLook) -> DraftOutput {
        var output = DraftOutput(table: .samples, fields: [accountField(), timeField("at")])
        let isSure = ["prompt", "messages", "prompt_text"].contains(prompt.plainName)
        let doubt = isSure ? [] : ["whether \(prompt.name) is the prompt"]
        if prompt.chats > 0 {
            add("prompt", prompt, "{chat: user}", unsure: doubt, to: &output)
        } else {
            add("prompt", prompt, unsure: doubt, to: &output)
        }
        add("sample_id", uniqueID(), to: &output)
        add("model", column(named: ["model", "model_id", "model_name"]), to: &output)
        add(
            "response",
            column(named: ["response", "completion", "output", "answer", "output_text"]) { $0.kind != .json },
            to: &output)
        add("metadata", column(named: ["metadata", "meta"]) { $0.kind == .json }, to: &output)
        return output
    }

    mutating func payments(_ card: ColumnLook) -> DraftOutput {
        var output = DraftOutput(table: .payments, fields: [accountField()])
        add("fingerprint", card, to: &output)
        if let kind = column(named: ["kind", "type", "funding", "card_funding", "payment_method", "method"]) {
            addWords("kind", kind, PaymentKind.self, KnownWords.payments, to: &output)
        }
        add("issuer_country", columns.first { $0.kind == .country }, to: &output)
        if time != nil { output.fields.append(timeField("first_seen")) }
        if time != nil { output.fields.append(timeField("last_seen")) }
        return output
    }

    mutating func accounts() -> DraftOutput {
        var output = DraftOutput(table: .accounts, fields: [accountField(), timeField("created_at")])
        if let status = column(named: ["status", "state", "account_status"]) {
            addWords("status", status, AccountStatus.self, KnownWords.statuses, to: &output)
        }
        if let plan = column(named: ["plan", "tier", "subscription", "plan_name"]) {
            addWords("plan", plan, Plan.self, KnownWords.plans, to: &output)
        }
        add("declared_country", columns.first { $0.kind == .country }, to: &output)
        if let email = columns.first(where: { $0.kind == .email }) {
            add("email_domain", email, "trim", "lower", "{split: [\"@\", 1]}", to: &output)
            add("email_hash", email, "trim", "lower", "sha256", to: &output)
        }
        add("email_domain", columns.first { $0.kind == .domain }, to: &output)
        add(
            "org_name",
            column(named: ["org_name", "organization", "organisation", "company", "company_name"]),
            to: &output)
        return output
    }

    private mutating func addWords<Word: RawRepresentable & CaseIterable>(
        _ name: String, _ column: ColumnLook, _: Word.Type, _ known: [String: String],
        to output: inout DraftOutput
    ) where Word.RawValue == String {
        let own = Set(Word.allCases.map(\.rawValue))
        var entries: [String] = []
        var strange: [String] = []
        for word in column.words where !own.contains(word) {
            if let meant = known[word.lowercased()] ?? own.first(where: { $0 == word.lowercased() }) {
                entries.append("\(YAMLQuoting.text(word)): \(meant)")
            } else {
                strange.append(word)
            }
        }
        let doubts =
            strange.isEmpty
            ? [] : ["what these words of \(column.name) mean: " + strange.prefix(6).joined(separator: ", ")]
        if entries.isEmpty {
            add(name, column, unsure: doubts, to: &output)
        } else {
            add(name, column, "{words: {\(entries.joined(separator: ", "))}}", unsure: doubts, to: &output)
        }
    }

    mutating func ranges(_ range: ColumnLook) -> DraftOutput {
        var output = DraftOutput(table: .ipRanges)
        add("cidr", range, to: &output)
        add(
            "asn", column(named: ["asn", "as_number", "autonomous_system_number"]) { $0.kind == .integer },
            to: &output)
        add(
            "as_name", column(named: ["as_name", "organization", "autonomous_system_organization", "isp"]),
            to: &output)
        add("country", columns.first { $0.kind == .country }, to: &output)
        return output
    }

    /// One table for each column that accounts could share.
    mutating func attributes() -> [DraftOutput] {
        var made: [DraftOutput] = []
        for column in columns where made.count < 8 && column.name != account.best?.name {
            guard [.token, .word, .userAgent, .email, .address, .domain].contains(column.kind) else {
                continue
            }
            let known = KnownAttributes.all.first { $0.names.contains(column.plainName) }
            let kind = known?.kind ?? column.plainName
            var output = DraftOutput(table: .attributes, fields: [accountField()])
            let doubt = known == nil ? ["whether \(column.name) is something that accounts share"] : []
            output.fields.append(
                DraftField(name: "kind", value: "{is: \(YAMLQuoting.text(kind))}", unsure: doubt))
            if column.kind == .email {
                add("value", column, "trim", "lower", "sha256", to: &output)
            } else {
                add("value", column, to: &output)
            }
            made.append(output)
        }
        return made
    }
}
