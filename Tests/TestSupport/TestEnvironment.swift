import Foundation

/// The environment that the tests were started in.
public enum TestEnvironment {
    public static var current: [String: String] { ProcessInfo.processInfo.environment }

    /// The same with some variables set, or taken away where the value is nil.
    static func with(_ changes: [String: String?]) -> [String: String] {
        var environment = current
        for (name, value) in changes { environment[name] = value }
        return environment
    }
}
