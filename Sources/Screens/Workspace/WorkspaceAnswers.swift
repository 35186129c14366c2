import Casework

/// Answers that change more than the place they are for.
extension Workspace {
    /// Marks rows that were asked for to be marked; false where nobody did.
    mutating func takeMarks(_ rows: RowsAnswer, for token: Token) -> Bool {
        var hadRoom = true
        let isMeant = history.first { place in
            guard case .list(var model) = place, let fitted = model.receiveMarks(rows, for: token) else {
                return false
            }
            hadRoom = fitted
            place = .list(model)
            return true
        }
        guard isMeant else { return false }
        let most = Figures.count(Marks.limit)
        status =
            hadRoom
            ? .note("Marked \(Figures.counted(rows.rows.count, "row")).")
            : .problem("Only \(most) rows can be marked; for more, let a filter name them.")
        return true
    }

    /// Goes to the row that was found, or says that there is none.
    mutating func receive(found place: Int?, for token: Token) -> [Intent] {
        var news: (status: Status?, intents: [Intent])?
        var source = tokens
        _ = history.first { each in
            guard case .list(var model) = each else { return false }
            news = model.receive(found: place, for: token, &source)
            each = .list(model)
            return news != nil
        }
        tokens = source
        if let status = news?.status { self.status = status }
        return news?.intents ?? []
    }
}
