import CaseStore
import Casework
import Screens
import Synchronization

/// How long lists are that were counted, for as long as nobody changes the case.
final class ListLengths: Sendable {
    /// A list under a filter.
    struct Key: Hashable {
        var list: RowList
        var filter: Filter

        init(_ request: RowsRequest) {
            list = request.list
            filter = request.filter
        }
    }

    private struct State {
        var version: CaseVersion?
        var lengths: [Key: Int] = [:]
    }

    /// More filters than anybody goes back and forth between.
    private static let most = 64

    private let state = Mutex(State())

    subscript(key: Key, version: CaseVersion) -> Int? {
        get { state.withLock { $0.version == version ? $0.lengths[key] : nil } }
        set {
            state.withLock { state in
                if state.version != version || state.lengths.count >= ListLengths.most {
                    state = State(version: version)
                }
                state.lengths[key] = newValue
            }
        }
    }
}
