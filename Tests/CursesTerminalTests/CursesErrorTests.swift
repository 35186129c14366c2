import CursesTerminal
import Testing

@Suite("Terminal errors")
struct CursesErrorTests {
    @Test(
        "messages say what failed and what to do",
        arguments: [
            (
                .unknownTerminal("nope"),
                "no description of the terminal 'nope': set TERM, for instance to xterm-256color"
            ),
            (.tooPlain("dumb"), "the terminal 'dumb' cannot place its cursor: use --plain"),
            (.system(call: "pipe", code: 24), "pipe failed with error 24"),
        ] as [(CursesError, String)])
    func messages(error: CursesError, message: String) {
        #expect(error.description == message)
    }
}
