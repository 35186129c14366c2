/// Triggers that keep ground tables as they are.
///
/// Rows of a source that is still pending are no evidence yet: they may be swept. A source goes from pending
/// to complete, once. Nothing else is ever updated or deleted.
enum GroundGuards {
    static func script(for tables: [GroundTable]) -> String {
        tables.filter { !$0.ownGuards }.map(guards).joined()
    }

    private static func guards(_ table: GroundTable) -> String {
        """
        CREATE TRIGGER \(table.name)_keeps_rows BEFORE DELETE ON \(table.name)
        WHEN (SELECT state FROM source WHERE number = OLD.source) IS NOT 'pending'
        BEGIN SELECT RAISE(ABORT, '\(table.name) is evidence: rows are not deleted'); END;
        \(noUpdate(table.name))
        """
    }

    /// For tables whose rows belong to no source.
    static func appendOnly(_ name: String) -> String {
        """
        CREATE TRIGGER \(name)_keeps_rows BEFORE DELETE ON \(name)
        BEGIN SELECT RAISE(ABORT, '\(name) is only added to: rows are not deleted'); END;
        \(noUpdate(name))
        """
    }

    private static func noUpdate(_ name: String) -> String {
        """
        CREATE TRIGGER \(name)_refuses_update BEFORE UPDATE ON \(name)
        BEGIN SELECT RAISE(ABORT, '\(name) is only added to: rows are not changed'); END;

        """
    }

    static let sourceGuards = """
        CREATE TRIGGER source_keeps_rows BEFORE DELETE ON source WHEN OLD.state IS NOT 'pending'
        BEGIN SELECT RAISE(ABORT, 'source is evidence: rows are not deleted'); END;
        CREATE TRIGGER source_completes_once BEFORE UPDATE ON source
        WHEN OLD.state IS NOT 'pending' OR NEW.state IS NOT 'complete' OR NEW.number IS NOT OLD.number
        BEGIN SELECT RAISE(ABORT, 'source is evidence: a complete one is not changed'); END;

        """
}
