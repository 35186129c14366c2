import CursesTerminal
import Foundation
import Screens
import Terminal

/// The one loop that owns the terminal: events become messages, messages change the workspace, intents are
/// handed to others, and what changed is painted. Nothing here waits for anything but the next event.
struct WorkbenchLoop {
    private let device: any TerminalDevice
    private let mailbox: Mailbox
    private let requests: RequestDesk
    private let jobs: JobDesk
    private let decisions: DecisionDesk
    private let saving: SessionSaving?
    private var workspace: Workspace
    private var reminder: Reminder?
    /// Whether a decision made here never reached the case.
    private(set) var hasUnsaved = false
    /// Set when the program is to end: 0, or the signal that asked for it.
    private var ending: Int32?

    init(
        device: any TerminalDevice, workspace: Workspace, mailbox: Mailbox, requests: RequestDesk,
        jobs: JobDesk, decisions: DecisionDesk, saving: SessionSaving? = nil
    ) {
        self.device = device
        self.workspace = workspace
        self.mailbox = mailbox
        self.requests = requests
        self.jobs = jobs
        self.decisions = decisions
        self.saving = saving
    }

    /// Runs until somebody quits. The terminal is given back.
    /// - Returns: the signal that ended it, 0 for a person's wish.
    mutating func run() -> Int32 {
        perform(workspace.start())
        paint()
        while ending == nil {
            for event in device.events(withinMilliseconds: reminder?.millisecondsLeft) { take(event) }
            remind()
            if ending == nil { paint() }
            saving?.pass(workspace.session)
        }
        jobs.cancel()
        requests.close()
        device.restore()
        saving?.end(workspace.session)
        jobs.waitUntilIdle()
        decisions.waitUntilIdle()
        tellUnsaved()
        return ending ?? 0
    }

    /// A decision that failed after the screen was given back is said on standard error.
    private mutating func tellUnsaved() {
        for case .failed(let token, let words) in mailbox.take() where workspace.isDecision(token) {
            hasUnsaved = true
            StandardError.line("revenuer: \(words)")
        }
    }

    private mutating func take(_ event: TerminalEvent) {
        switch event {
        case .key(let key): update(.key(key))
        case .paste(let text): update(.paste(text))
        case .resize(let size): update(.resized(size))
        case .wake: for message in mailbox.take() { update(message) }
        case .resumed: update(.resized(device.size))
        case .quit(let signal): ending = signal
        case .mouse(let event): update(.mouse(event))
        }
    }

    private mutating func remind() {
        guard let due = reminder, due.millisecondsLeft == 0 else { return }
        reminder = nil
        update(.due(due.token))
    }

    private mutating func update(_ message: Message) { perform(workspace.update(message)) }

    private mutating func perform(_ intents: [Intent]) {
        for intent in intents {
            switch intent {
            case .load(let request, let token): requests.ask(request, token)
            case .abandon(let token): requests.abandon(token)
            case .remind(let token, let wait): reminder = Reminder(token, afterMilliseconds: wait)
            case .decide(let order, let token):
                decisions.decide(order, token)
            case .takeBack(let subject, let token): decisions.withdraw(subject, token)
            case .copy(let text): copy(text)
            case .mouse(let isOn): device.setMouse(isOn)
            case .redraw: device.invalidate()
            case .suspend: device.lend { raise(SIGSTOP) }
            case .quit: ending = 0
            default: jobs.serve(intent)
            }
        }
    }

    private func copy(_ text: String) {
        let done = device.copy(text)
        mailbox.send(
            .notice(done ? "Copied \(text)" : "This terminal takes no copies, or the text is too long."))
    }

    private func paint() {
        let frame = workspace.view()
        device.present(frame.buffer, cursor: frame.cursor)
    }
}
