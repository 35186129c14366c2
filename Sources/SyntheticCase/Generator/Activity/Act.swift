/// One exchange on its way into the log.
struct Act: Sendable {
    var at: UInt32
    /// Place among the account's exchanges as they were made; breaks ties of time.
    var order: UInt32
    var frame: UInt16
    var model: Model
    var surface: Channel
    var client: UInt32
    var input: Int32
    var output: Int32
    var key: UInt64
    var address: Address?
}
