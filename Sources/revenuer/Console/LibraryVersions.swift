import CCrypto
import CNcurses
import CSQLiteShims
import CZlib
import CZstd

/// Versions of the system libraries, as each says of itself.
enum LibraryVersions {
    static var sqlite: String { String(cString: sqlite3_libversion()) }
    static var zlib: String { String(cString: zlibVersion()) }
    static var zstd: String { String(cString: ZSTD_versionString()) }
    static var crypto: String { String(cString: OpenSSL_version(OPENSSL_VERSION)) }
    static var ncurses: String { String(cString: curses_version()) }
}
