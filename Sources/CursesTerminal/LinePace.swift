/// How much may be sent to a terminal now, so that what it shows is never far behind the keys.
///
/// After every piece of a frame the terminal is asked for its status. It answers when it has taken in all that came
/// before, so the answers tell how long the line is and how wide, whatever lies between: a serial line, a network,
/// the buffers of both. Without them the kernel alone takes seconds of frames that nobody wants to see any more.
/// A terminal that does not answer is sent everything, as fast as the kernel takes it.
/// Pure: the clock is handed in, in seconds from any beginning.
struct LinePace {
    /// What is under way takes no longer than this to arrive: below it nobody sees a lag.
    static let lagSeconds = 0.15
    /// The smallest piece: a row or so. On slower lines than this makes sense of, the lag grows.
    static let leastPiece = 96
    /// Smaller pieces say little about the width of a line.
    static let leastSample = 128
    /// An answer that takes longer than all that is under way could need on a line this slow (2,400 baud) is lost.
    static let slowestRate = 240.0
    static let leastPatienceSeconds = 2.0
    /// So many lost answers in a row, and the terminal is asked no more.
    static let mostLost = 3

    private struct Question {
        var sentAt: Double
        /// All that was unanswered when it was sent, with its own piece.
        var bytes: Int
    }

    private var questions: [Question] = []
    /// The shortest time an answer took: the length of the line.
    private var lengthSeconds: Double?
    /// Bytes a second, as the answers tell; nil until one did.
    private var rate: Double?
    private var lastAnswer = 0.0
    private var lost = 0
    private(set) var hasAnswered = false
    /// False for a terminal that cannot be asked, or has been asked in vain.
    private(set) var isAsking: Bool

    init(isAsking: Bool) { self.isAsking = isAsking }

    var isAwaitingAnswer: Bool { !questions.isEmpty }

    /// A piece and a question behind it have been sent.
    mutating func asked(after bytes: Int, at now: Double) {
        guard isAsking else { return }
        let before = questions.last?.bytes ?? 0
        questions.append(Question(sentAt: now, bytes: before + bytes))
    }

    /// An answer has come: to the oldest question.
    mutating func answered(at now: Double) {
        guard !questions.isEmpty else { return }
        let question = questions.removeFirst()
        for index in questions.indices { questions[index].bytes -= question.bytes }
        hasAnswered = true
        lost = 0
        let took = now - question.sentAt
        let length = min(lengthSeconds ?? took, took)
        lengthSeconds = length
        // Its piece had the line to itself from when it got there, or the one before it was through.
        let began = max(question.sentAt + length, lastAnswer)
        lastAnswer = now
        guard question.bytes >= LinePace.leastSample else { return }
        let sample = Double(question.bytes) / max(now - began, 0.000_1)
        // A terminal may be busy once; a line that was wide does not become narrow by it.
        rate = rate.map { sample < $0 ? ($0 + sample) / 2 : sample } ?? sample
    }

    /// How many bytes may be sent now; 0 while the line is full, `Int.max` where nothing is known to be in the way.
    func room(at now: Double) -> Int {
        guard isAsking, hasAnswered, let width = width(at: now) else { return .max }
        let way = (lengthSeconds ?? 0) + LinePace.lagSeconds
        let room = min(width * way, 1e9) - Double(questions.last?.bytes ?? 0)
        if questions.isEmpty { return max(Int(room), LinePace.leastPiece) }
        return room < Double(LinePace.leastPiece) ? 0 : Int(room)
    }

    /// When the oldest question counts as lost; nil while none is open.
    var patienceEnds: Double? {
        questions.first.map { question in
            let slowest = min(rate ?? LinePace.slowestRate, LinePace.slowestRate)
            let most = max(LinePace.leastPatienceSeconds, 2 * Double(question.bytes) / slowest)
            return question.sentAt + (hasAnswered ? most : LinePace.leastPatienceSeconds)
                + (lengthSeconds ?? 0)
        }
    }

    /// Gives up waiting for what is lost.
    mutating func forgetLost(at now: Double) {
        guard let end = patienceEnds, now >= end else { return }
        lost += 1
        // The first question goes ahead of everything else: who does not answer that one never will.
        if !hasAnswered || lost >= LinePace.mostLost { isAsking = false }
        questions = []
        rate = nil
    }

    /// Bytes a second: what answers told, and no more than what an overdue answer still allows.
    private func width(at now: Double) -> Double? {
        guard let oldest = questions.first else { return rate }
        let overdue = now - oldest.sentAt - (lengthSeconds ?? 0)
        guard overdue > LinePace.lagSeconds / 3 else { return rate }
        return min(rate ?? .infinity, Double(oldest.bytes) / overdue)
    }
}
