import Casework

/// Uses of prompt frames that two or more accounts send, frame by frame, each by time.
///
/// A frame is a prompt key of the exchanges; where no exchange has one, the template of a sample; where there are
/// neither, all exchanges count as one frame. Rows without a time are left out.
struct FrameRows: Sendable {
    enum Source: Sendable { case promptKeys, templates, timeAlone }

    let source: Source
    let accounts: Int
    /// Rows of frame f are `offsets[f] ..< offsets[f + 1]`.
    private(set) var offsets: [Int] = [0]
    /// Second in the upper half, account in the lower, ascending within a frame.
    private(set) var rows: [UInt64] = []

    var frames: Int { offsets.count - 1 }

    /// O(exchanges) for the radix sort; 8 bytes a row, and 8 more for the rows of the largest frame.
    init(_ input: AnalysisInput) {
        accounts = input.accounts.count
        if input.activity.promptKey.contains(where: { $0 != ActivityColumns.none }) {
            source = .promptKeys
            gather(
                input.activity.offsets, input.activity.seconds, input.activity.promptKey, input.values.count)
        } else if input.samples.template.contains(where: { $0 != ActivityColumns.none }) {
            source = .templates
            gather(input.samples.offsets, input.samples.seconds, input.samples.template, input.values.count)
        } else {
            source = .timeAlone
            let frame = [UInt32](repeating: 0, count: input.activity.seconds.count)
            gather(input.activity.offsets, input.activity.seconds, frame, 1)
        }
    }

    /// Some frames of another, with every row moved.
    init(_ all: FrameRows, frames: [Int], moved: (UInt64) -> UInt64) {
        (source, accounts) = (all.source, all.accounts)
        var spare: [UInt64] = []
        for frame in frames {
            rows += all.rows[all.offsets[frame]..<all.offsets[frame + 1]].map(moved)
            UpperHalfSort.sort(&rows, offsets[offsets.count - 1]..<rows.count, &spare)
            offsets.append(rows.count)
        }
    }

    private mutating func gather(_ owners: [Int], _ seconds: [UInt32], _ frame: [UInt32], _ frames: Int) {
        guard owners.count == accounts + 1, !seconds.isEmpty else { return }
        let place = Self.sharedFrames(owners, seconds, frame, frames, &offsets)
        rows = [UInt64](repeating: 0, count: offsets[offsets.count - 1])
        var next = offsets
        rows.withUnsafeMutableBufferPointer { rows in
            for account in 0..<accounts {
                for row in owners[account]..<owners[account + 1] {
                    let key = Int(frame[row])
                    guard key < frames, place[key] >= 0, seconds[row] != 0 else { continue }
                    let target = next[Int(place[key])]
                    rows[target] = UInt64(seconds[row]) << 32 | UInt64(account)
                    next[Int(place[key])] = target + 1
                }
            }
        }
        var spare: [UInt64] = []
        for frame in 0..<self.frames {
            UpperHalfSort.sort(&rows, offsets[frame]..<offsets[frame + 1], &spare)
        }
    }

    /// Place of every frame that several accounts use, -1 for others; fills the offsets.
    private static func sharedFrames(
        _ owners: [Int], _ seconds: [UInt32], _ frame: [UInt32], _ frames: Int, _ offsets: inout [Int]
    ) -> [Int32] {
        var owner = [Int32](repeating: -1, count: frames)
        var count = [Int](repeating: 0, count: frames)
        for account in 0..<owners.count - 1 {
            for row in owners[account]..<owners[account + 1] {
                let key = Int(frame[row])
                guard key < frames, seconds[row] != 0 else { continue }
                count[key] += 1
                if owner[key] == -1 {
                    owner[key] = Int32(account)
                } else if owner[key] != Int32(account) {
                    owner[key] = -2
                }
            }
        }
        var place = [Int32](repeating: -1, count: frames)
        for key in 0..<frames where owner[key] == -2 {
            place[key] = Int32(offsets.count - 1)
            offsets.append(offsets[offsets.count - 1] + count[key])
        }
        return place
    }
}
