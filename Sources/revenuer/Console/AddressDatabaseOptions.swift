import AddressDatabases
import ArgumentParser
import Casework
import Workbench

/// MaxMind databases that the case's addresses are looked up in.
struct AddressDatabaseOptions: ParsableArguments {
    @Option(
        help:
            "Look the case's addresses up in a MaxMind database (.mmdb) and keep what it says. May be repeated.",
        completion: .file(extensions: ["mmdb"]))
    var geoip: [String] = []

    /// One database after the other; what was found is told on standard error.
    func lookUp(in path: String, _ line: ProgressLine, quiet: Bool) throws {
        for file in geoip {
            do {
                let found = try AddressDatabaseJob(path: path, act: Operator.act).run(
                    file, progress: { line.update($0, fraction: 0.5) }, isCancelled: { Interruption.isWished }
                )
                line.clear()
                guard !quiet else { continue }
                StandardError.line(
                    "revenuer: \(found.file) (\(found.type)): \(found.networks.grouped) networks for "
                        + "\(found.addresses.grouped) addresses of the case")
            } catch let error as AddressDatabaseError {
                throw CommandFailure(message: error.message)
            }
        }
    }
}
