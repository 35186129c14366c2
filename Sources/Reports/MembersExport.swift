public import Casework

/// members.csv: the accused accounts, for scoring and ban lists.
///
/// It is read by machines, so every cell is exact: an id that begins with `=` stands as it is, and no mark is
/// added to a synthetic case. Spreadsheets are served by the `csv` export, whose members.csv is guarded.
public enum MembersExport {
    /// Writes the header and the rows in the order given; with no rows, the header alone.
    public static func write(_ members: RowFeed<CampaignMember>, to sink: any ByteSink) throws {
        _ = try TableWriter(table: .members, format: .exactCSV).write(members, to: sink)
    }

    /// Writes a file that appears when it is whole.
    public static func write(_ members: RowFeed<CampaignMember>, toFile path: String) throws {
        let sink = try FileSink(path: path)
        try write(members, to: sink)
        try sink.commit()
    }
}
