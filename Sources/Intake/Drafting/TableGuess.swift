import Casework

/// Proposes tables and fields for a file that no ready map is for.
struct TableGuess {
    let look: FileLook
    let columns: [ColumnLook]
    let account: AccountGuess
    let time: ColumnLook?
    let answers: MapDraft.Answers
    private(set) var used: Set<ExactText> = []
    private(set) var outputs: [DraftOutput] = []

    init(_ look: FileLook, _ answers: MapDraft.Answers) {
        self.look = look
        self.answers = answers
        columns = look.columns.filter { $0.rows > 0 }
        account = AccountGuess(columns, rows: look.rows)
        time = TimeGuess.best(columns)
        propose()
    }

    mutating func propose() {
        let prompt = column(named: TableGuess.prompts) {
            $0.chats > 0 || $0.kind == .text || $0.averageBytes > 60
        }
        if let range = columns.first(where: { $0.kind == .range }), account.best == nil {
            outputs = [ranges(range)]
        } else if let card = columns.first(where: {
            $0.plainName.contains("fingerprint") && $0.kind != .empty
        }) {
            outputs = [payments(card)]
        } else if let prompt {
            if time != nil, hasCallFigures { outputs.append(exchanges()) }
            outputs.append(samples(prompt))
        } else if isAccountList {
            outputs = [accounts()]
        } else if time != nil || account.best == nil {
            outputs = [exchanges()]
        } else {
            outputs = attributes()
        }
    }

    /// Columns that no field takes, in the order of the file.
    var leftOut: [ColumnLook] { columns.filter { column in !isUsed(column) } }

    /// JSON objects count as used where a member of theirs is.
    func isUsed(_ column: ColumnLook) -> Bool {
        used.contains { $0.string == column.name || $0.string.hasPrefix(column.name + ".") }
    }

    // MARK: finding columns

    static let prompts = [
        "prompt", "messages", "prompt_text", "input_text", "question", "instruction", "user_message", "input",
        "message", "content", "text", "body", "query",
    ]
    static let inputTokens = ["input_tokens", "prompt_tokens", "tokens_in", "input_token_count"]
    static let outputTokens = [
        "output_tokens", "completion_tokens", "tokens_out", "output_token_count",
    ]
    static let ids = [
        "exchange_id", "request_id", "event_id", "message_id", "completion_id", "trace_id", "sample_id",
        "log_id", "id",
    ]

    func column(named names: [String], where fits: (ColumnLook) -> Bool = { _ in true })
        -> ColumnLook?
    {
        for name in names {
            if let found = columns.first(where: { $0.plainName == name && fits($0) }) { return found }
        }
        return nil
    }

    mutating func take(_ column: ColumnLook?) -> ColumnLook? {
        if let column { used.insert(ExactText(column.name)) }
        return column
    }

    mutating func add(
        _ name: String, _ column: ColumnLook?, _ steps: String..., unsure: [String] = [],
        to output: inout DraftOutput
    ) {
        guard let column, !output.has(name) else { return }
        used.insert(ExactText(column.name))
        let value =
            steps.isEmpty
            ? YAMLQuoting.text(column.name)
            : "{from: \(YAMLQuoting.text(column.name)), do: [\(steps.joined(separator: ", "))]}"
        output.fields.append(DraftField(name: name, value: value, unsure: unsure))
    }

    var hasCallFigures: Bool {
        column(named: TableGuess.inputTokens + TableGuess.outputTokens + ["model"]) != nil
            || columns.contains { $0.kind == .address }
    }

    var isAccountList: Bool {
        guard let best = account.best, best.isUnique else { return false }
        let marks = [
            "created_at", "signup_date", "signed_up_at", "registered_at", "joined_at", "plan", "status",
            "email", "country",
        ]
        return columns.count { marks.contains($0.plainName) } >= 2
    }

    // MARK: fields that many tables have

    mutating func accountField() -> DraftField {
        if let answer = answers.account { return AccountField.answered(answer, columns) }
        if let best = account.best { used.insert(ExactText(best.name)) }
        return AccountField.of(account)
    }

    mutating func timeField(_ name: String) -> DraftField {
        if let answer = answers.at {
            return DraftField(name: name, value: "{is: \(YAMLQuoting.text(answer))}")
        }
        guard let time = take(time) else {
            let question = "a time for all rows, since the file has none"
            return DraftField(
                name: name, value: "{ask: \(YAMLQuoting.text(question))}",
                ask: ["\(question), such as \(name): {is: \"2026-01-31T00:00:00Z\"}"])
        }
        return TimeGuess.field(name, time)
    }
}
