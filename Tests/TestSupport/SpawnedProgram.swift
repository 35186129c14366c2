import Foundation

/// A child process with its streams in files.
///
/// Foundation's `Process` learns of an end through a descriptor that grandchildren inherit, so it waits for ever
/// on a program that leaves a server behind, as tmux does; and its children inherit the signal mask of the
/// thread that tests run on, which blocks nearly all. This one asks the kernel, and blocks and ignores nothing.
public struct SpawnedProgram: Sendable {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    public let processID: Int32

    public init(
        _ command: [String], environment: [String: String], input: String, output: String, errors: String
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var attributes = Self.freshSignals()
        defer { posix_spawnattr_destroy(&attributes) }
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var process: pid_t = 0
        let code = withStrings(command) { arguments in
            withStrings(variables) {
                posix_spawnp(&process, command[0], &actions, &attributes, arguments, $0)
            }
        }
        guard code == 0 else {
            throw Failure(description: "cannot start \(command[0]): \(String(cString: strerror(code)))")
        }
        processID = process
    }

    private static func freshSignals() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        return attributes
    }

    /// Waits for the end, and kills the program when it takes longer: the raw status of `waitpid`.
    public func wait(seconds: Double) -> (status: Int32, timedOut: Bool) {
        let end = Date(timeIntervalSinceNow: seconds)
        var status: Int32 = 0
        while waitpid(processID, &status, WNOHANG) == 0 {
            guard Date() < end else {
                kill(processID, SIGKILL)
                waitpid(processID, &status, 0)
                return (status, true)
            }
            usleep(1_000)
        }
        return (status, false)
    }
}

/// The strings as C has them: pointers, and a null at the end.
private func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
}
