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
