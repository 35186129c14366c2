#include <malloc.h>
#include <sqlite3.h>

/// sqlite3_db_config() is variadic and cannot be called from Swift. This one call makes a connection refuse
/// what a hostile file or query could ask for: no writes to the schema table or to shadow tables, no
/// extension code, no functions or virtual tables reached through the schema.
/// Returns SQLITE_OK, or the first error.
static inline int casestore_defend(sqlite3 *db) {
    int rc = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    if (rc != SQLITE_OK) return rc;
    rc = sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
    if (rc != SQLITE_OK) return rc;
    rc = sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
    if (rc != SQLITE_OK) return rc;
    return sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, (int *)0);
}

/// A virtual table and a cursor on it, as SQLite hands them round: its own part first, then ours.
/// Laid out in C because Swift promises no order of fields.
typedef struct {
    sqlite3_vtab base;
    void *table;
} casestore_table;

typedef struct {
    sqlite3_vtab_cursor base;
    void *scan;
    /// Rows `row..<end` of what the scan has in hand are still to be given.
    sqlite3_int64 row;
    sqlite3_int64 end;
} casestore_cursor;

/// Keeps little of what was freed: two heaps at most for all threads, and pieces of 256 KiB or more given back at once.
static inline void casestore_keep_little_memory(void) {
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
}

/// sqlite3_vtab_config() is variadic. Says that reading the table does no harm, so that it may be used while
/// the schema is not trusted.
static inline int casestore_vtab_innocuous(sqlite3 *db) {
    return sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
}

/// What a query wants of the order of rows: 0 sorted, 1 equal ones together, 2 and 3 for DISTINCT.
/// Older libraries do not tell; 0 asks the most.
static inline int casestore_vtab_distinct(sqlite3_index_info *info) {
#if SQLITE_VERSION_NUMBER >= 3038000
    return sqlite3_vtab_distinct(info);
#else
    (void)info;
    return 0;
#endif
}

/// The byte of the statement that the last error is about; -1 where that is not known.
static inline int casestore_error_offset(sqlite3 *db) {
#if SQLITE_VERSION_NUMBER >= 3038000
    return sqlite3_error_offset(db);
#else
    (void)db;
    return -1;
#endif
}
