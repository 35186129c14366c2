import Synchronization

/// Folders to be removed when the test process ends.
enum Leftovers {
    static let folders = Mutex<[String]>([])
}
