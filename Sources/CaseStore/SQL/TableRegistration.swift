import CSQLiteShims

/// Makes a `VirtualTable` known to a connection and carries SQLite's calls to it.
///
/// SQLite owns a registration until the connection closes; the callbacks get it, a table or a cursor as a plain
/// pointer. No error and no trap may leave a callback: what is thrown becomes a result code with its words.
final class TableRegistration {
    let table: VirtualTable
    private let module: UnsafeMutablePointer<sqlite3_module>

    private init(_ table: VirtualTable) {
        self.table = table
        module = .allocate(capacity: 1)
        module.initialize(to: TableRegistration.callbacks)
    }

    deinit { module.deallocate() }

    static func register(_ table: VirtualTable, with handle: Handle) throws {
        let registration = TableRegistration(table)
        let code = sqlite3_create_module_v2(
            handle.pointer, table.name, registration.module,
            Unmanaged.passRetained(registration).toOpaque()
        ) { pointer in
            if let pointer { Unmanaged<TableRegistration>.fromOpaque(pointer).release() }
        }
        // On failure SQLite has called the destructor already.
        guard code == SQLITE_OK else { throw handle.error(code) }
        // SQLite declares a table when it first hears its name: better here, where nothing is in the way.
        _ = try handle.prepare("SELECT 1 FROM \(table.name)")
    }

    // Without xCreate a table is eponymous only: no statement can put it into a file.
    private static let callbacks: sqlite3_module = {
        var module = sqlite3_module()
        module.xConnect = { database, registration, _, _, table, _ in
            TableRegistration.connect(database, registration, table)
        }
        module.xBestIndex = { table, info in TableRegistration.plan(table, info) }
        module.xDisconnect = { table in
            sqlite3_free(table)
            return SQLITE_OK
        }
        module.xOpen = { table, cursor in TableRegistration.open(table, cursor) }
        module.xClose = { cursor in TableRegistration.close(cursor) }
        module.xFilter = { cursor, number, letters, count, values in
            TableRegistration.filter(cursor, number, letters, Int(count), values)
        }
        module.xNext = { cursor in
            guard let place = CursorPlace(cursor) else { return SQLITE_MISUSE }
            place.pointee.row &+= 1
            return place.pointee.row < place.pointee.end ? SQLITE_OK : TableRegistration.advance(place)
        }
        module.xEof = { cursor in
            guard let place = CursorPlace(cursor) else { return 1 }
            return place.pointee.row < place.pointee.end ? 0 : 1
        }
        module.xColumn = { cursor, context, column in
            TableRegistration.column(cursor, context, Int(column))
        }
        module.xRowid = { cursor, row in
            guard let place = CursorPlace(cursor), let scan = place.scan else { return SQLITE_MISUSE }
            row?.pointee = scan.rowID(Int(place.pointee.row))
            return SQLITE_OK
        }
        return module
    }()

    private static func connect(
        _ database: OpaquePointer?, _ registration: UnsafeMutableRawPointer?,
        _ made: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
    ) -> Int32 {
        guard let registration, let made else { return SQLITE_MISUSE }
        let table = Unmanaged<TableRegistration>.fromOpaque(registration).takeUnretainedValue().table
        let code = sqlite3_declare_vtab(database, table.declaration)
        guard code == SQLITE_OK else { return code }
        _ = casestore_vtab_innocuous(database)
        let size = MemoryLayout<casestore_table>.size
        guard let memory = sqlite3_malloc64(UInt64(size)) else { return SQLITE_NOMEM }
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        // The registration outlives every table made from it, and keeps the table alive.
        memory.assumingMemoryBound(to: casestore_table.self).pointee.table =
            Unmanaged.passUnretained(table).toOpaque()
        made.pointee = memory.assumingMemoryBound(to: sqlite3_vtab.self)
        return SQLITE_OK
    }

    private static func table(_ pointer: UnsafeMutablePointer<sqlite3_vtab>?) -> VirtualTable? {
        guard let pointer else { return nil }
        let table = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: casestore_table.self)
        return table.pointee.table.map { Unmanaged<VirtualTable>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func plan(
        _ pointer: UnsafeMutablePointer<sqlite3_vtab>?, _ info: UnsafeMutablePointer<sqlite3_index_info>?
    ) -> Int32 {
        guard let pointer, let info, let table = table(pointer) else { return SQLITE_MISUSE }
        var question = PlanQuestion(info)
        do {
            try table.plan(&question)
            return question.answer(info) ? SQLITE_OK : SQLITE_NOMEM
        } catch {
            return fail(pointer, error)
        }
    }

    private static func open(
        _ pointer: UnsafeMutablePointer<sqlite3_vtab>?,
        _ made: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
    ) -> Int32 {
        guard let made, let table = table(pointer) else { return SQLITE_MISUSE }
        let size = MemoryLayout<casestore_cursor>.size
        guard let memory = sqlite3_malloc64(UInt64(size)) else { return SQLITE_NOMEM }
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        memory.assumingMemoryBound(to: casestore_cursor.self).pointee.scan =
            Unmanaged.passRetained(table.makeScan()).toOpaque()
        made.pointee = memory.assumingMemoryBound(to: sqlite3_vtab_cursor.self)
        return SQLITE_OK
    }

    private static func close(_ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
        if let scan = CursorPlace(cursor)?.pointee.scan { Unmanaged<TableScan>.fromOpaque(scan).release() }
        sqlite3_free(cursor)
        return SQLITE_OK
    }

    private static func filter(
        _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ number: Int32,
        _ letters: UnsafePointer<CChar>?, _ count: Int, _ values: UnsafeMutablePointer<OpaquePointer?>?
    ) -> Int32 {
        guard let place = CursorPlace(cursor), let scan = place.scan else { return SQLITE_MISUSE }
        let given = (0..<count).compactMap { values?[$0] }
        let text = letters.map { Array(String(cString: $0).utf8) } ?? []
        do {
            try scan.begin(PlanChoice(number: number, letters: text), given)
        } catch {
            return fail(place.table, error)
        }
        return advance(place)
    }

    private static func advance(_ place: CursorPlace) -> Int32 {
        guard let scan = place.scan else { return SQLITE_MISUSE }
        do {
            let rows = try scan.nextRows() ?? 0..<0
            place.pointee.row = Int64(rows.lowerBound)
            place.pointee.end = Int64(rows.upperBound)
            return SQLITE_OK
        } catch {
            place.pointee.row = 0
            place.pointee.end = 0
            return fail(place.table, error)
        }
    }

    private static func column(
        _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ context: OpaquePointer?, _ column: Int
    ) -> Int32 {
        guard let context, let place = CursorPlace(cursor), let scan = place.pointee.scan else {
            return SQLITE_MISUSE
        }
        let row = Int(place.pointee.row)
        do {
            // Guaranteed: the cursor holds the scan; counting references here costs more than the field.
            try Unmanaged<TableScan>.fromOpaque(scan)._withUnsafeGuaranteedRef {
                try $0.put(column, row, context)
            }
            return SQLITE_OK
        } catch {
            return fail(place.table, error)
        }
    }

    /// The words of an error go to the table, its kind into the result code.
    private static func fail(_ table: UnsafeMutablePointer<sqlite3_vtab>?, _ error: any Error) -> Int32 {
        if let table {
            sqlite3_free(table.pointee.zErrMsg)
            table.pointee.zErrMsg = SQLiteText.copy(Array(String(describing: error).utf8))
        }
        switch error {
        case is BlockDamage: return SQLITE_CORRUPT
        case StoreError.storage(_, let code, _): return code
        case StoreError.corrupt: return SQLITE_CORRUPT
        default: return SQLITE_ERROR
        }
    }
}

/// A cursor as SQLite hands it over.
private struct CursorPlace {
    private let cursor: UnsafeMutablePointer<casestore_cursor>

    @inline(__always)
    init?(_ pointer: UnsafeMutablePointer<sqlite3_vtab_cursor>?) {
        guard let pointer else { return nil }
        cursor = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: casestore_cursor.self)
    }

    @inline(__always)
    var pointee: casestore_cursor {
        get { cursor.pointee }
        nonmutating _modify { yield &cursor.pointee }
    }

    var scan: TableScan? {
        cursor.pointee.scan.map { Unmanaged<TableScan>.fromOpaque($0).takeUnretainedValue() }
    }

    var table: UnsafeMutablePointer<sqlite3_vtab>? { cursor.pointee.base.pVtab }
}
