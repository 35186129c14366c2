import Testing

@testable import CursesTerminal

@Suite("Pace of a line")
struct LinePaceTests {
    /// A line with its two ends: what is sent comes out at a rate, answers come back after a delay.
    private struct Line {
        var pace = LinePace(isAsking: true)
        var now = 0.0
        let rate: Double
        let delay: Double
        private var free = 0.0
        private var answers: [Double] = []

        init(rate: Double, delay: Double) {
            self.rate = rate
            self.delay = delay
        }

        mutating func send(_ bytes: Int) {
            pace.asked(after: bytes, at: now)
            free = max(free, now) + Double(bytes) / rate
            answers.append(free + delay)
        }

        /// Time goes by, and answers come when they are due.
        mutating func wait(_ seconds: Double) {
            let end = now + seconds
            while let due = answers.first, due <= end {
                answers.removeFirst()
                now = due
                pace.answered(at: now)
            }
            now = end
        }

        /// How long what is under way still takes.
        var lag: Double { max(0, free - now) }
    }

    @Test("until the terminal has answered everything may be sent")
    func beginning() {
        var pace = LinePace(isAsking: true)
        #expect(pace.room(at: 0) == .max)
        pace.asked(after: 5000, at: 0)
        #expect(pace.room(at: 0.5) == .max)
    }

    @Test("a terminal that never answers is sent everything, and asked no more")
    func mute() throws {
        var pace = LinePace(isAsking: true)
        pace.asked(after: 60, at: 0)
        let end = try #require(pace.patienceEnds)
        pace.forgetLost(at: end)
        #expect(!pace.isAsking && !pace.isAwaitingAnswer)
        #expect(pace.room(at: end) == .max)
        pace.asked(after: 100, at: end)
        #expect(!pace.isAwaitingAnswer)
    }

    @Test("at 9,600 baud no more is under way than a fraction of a second takes")
    func slow() {
        var line = Line(rate: 960, delay: 0.002)
        line.send(60)
        line.wait(0.2)
        // The first frame goes whole: nothing is known yet.
        line.send(2500)
        line.wait(4)
        for _ in 0..<200 {
            let room = line.pace.room(at: line.now)
            #expect(room != .max)
            if room > 0 { line.send(min(room, 2500)) }
            #expect(line.lag < 0.5)
            line.wait(0.033)
        }
    }

    @Test("while a large frame is overdue nothing more is sent, though no rate is known yet")
    func overdue() {
        var line = Line(rate: 960, delay: 0.002)
        line.send(60)
        line.wait(0.1)
        line.send(2500)
        line.wait(1)
        #expect(line.pace.room(at: line.now) == 0)
    }

    @Test("a fast line to a far country is kept full: frames do not wait for each other's answers")
    func far() {
        var line = Line(rate: 1_000_000, delay: 0.2)
        line.send(60)
        line.wait(0.3)
        line.send(8000)
        line.wait(0.3)
        for _ in 0..<20 {
            #expect(line.pace.room(at: line.now) > 8000)
            line.send(1000)
            line.wait(0.033)
        }
    }

    @Test("a terminal that is busy once is not taken for a slow line")
    func busyOnce() {
        var line = Line(rate: 1_000_000, delay: 0.001)
        line.send(60)
        line.wait(0.1)
        line.send(8000)
        line.wait(0.1)
        line.pace.asked(after: 800, at: line.now)
        line.pace.answered(at: line.now + 0.3)
        #expect(line.pace.room(at: line.now + 0.3) > 8000)
    }

    @Test("answers that get lost hold frames up for a while only")
    func lost() throws {
        var line = Line(rate: 960, delay: 0.002)
        line.send(60)
        line.wait(0.1)
        line.pace.asked(after: 2500, at: line.now)
        let end = try #require(line.pace.patienceEnds)
        #expect(end > line.now + 2500 / 960)
        line.pace.forgetLost(at: end)
        #expect(line.pace.room(at: end) == .max && line.pace.isAsking)
    }
}
