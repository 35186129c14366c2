/// The field `account_id` of a draft, with its doubts.
enum AccountField {
    static func of(_ guess: AccountGuess) -> DraftField {
        guard let best = guess.best else {
            let question = "which column is the account? None is called like one"
            return DraftField(
                name: "account_id", value: "{ask: \(YAMLQuoting.text(question))}", ask: [question])
        }
        guard guess.rivals.isEmpty else { return choice([best] + guess.rivals) }
        var field = DraftField(name: "account_id", value: YAMLQuoting.text(best.name))
        if !guess.others.isEmpty {
            let others = guess.others.map(\.summary).joined(separator: "; ")
            field.unsure = ["the account is taken from \(best.summary). It could be \(others)"]
        }
        if best.commaLists > 0 {
            field.unsure.append(
                "\(best.name) holds several names in \(best.commaLists) rows; each such row is one account")
        }
        return field
    }

    private static func choice(_ columns: [ColumnLook]) -> DraftField {
        let names = columns.map(\.name).joined(separator: " or ")
        let question = "which column is the account: \(names)?"
        var field = DraftField(name: "account_id", value: "{ask: \(YAMLQuoting.text(question))}")
        field.ask = [question] + columns.map { "account_id: \(YAMLQuoting.text($0.name))   (\($0.summary))" }
        return field
    }

    /// What a person said: a column, or a whole value as a map has it.
    static func answered(_ answer: String, _ columns: [ColumnLook]) -> DraftField {
        DraftField(name: "account_id", value: answer.hasPrefix("{") ? answer : YAMLQuoting.text(answer))
    }
}
