import Casework

extension Workspace {
    /// Opens what a statement gives; one that cannot be run says why in place of the rows.
    mutating func openSQL(_ text: String) { open(Target.list(.sql(text))) }
}
