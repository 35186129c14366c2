import ArgumentParser
import Casework

/// `--tz ZONE`
struct ZoneOption: ParsableArguments {
    @Option(
        name: .customLong("tz"),
        help: "The zone of the times shown: UTC, a name such as Europe/Berlin, or an offset such as +02:00.")
    var name = "UTC"

    /// Runs `body` with that zone in force.
    func using(_ body: () throws -> Void) throws {
        guard let zone = DisplayZone(name) else {
            throw CommandFailure.usage(
                "--tz \(SafeOutput.brief(name)): there is no such zone here. Give UTC, a name with a slash such as Europe/Berlin, or an offset such as +02:00."
            )
        }
        try DisplayZone.$current.withValue(zone, operation: body)
    }
}
