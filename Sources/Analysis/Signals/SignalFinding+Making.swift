import Casework

extension SignalFinding {
    /// No more accounts than this are listed; the total is always told.
    static let mostAccounts = 1_000

    /// Names the accounts concerned: indices become numbers, in order of account ids.
    mutating func concern(_ indices: [Int32], _ accounts: AccountColumns) {
        let sorted = indices.sorted()
        accountsTotal = sorted.count
        self.accounts = sorted.prefix(Self.mostAccounts).map { accounts.number[Int($0)] }
    }

    /// Sets first and last time, in seconds; 0 is unknown.
    mutating func span(seconds first: UInt32, _ last: UInt32) {
        firstAt = first == 0 ? nil : Timestamp(milliseconds: Int64(first) * 1000)
        lastAt = last == 0 ? nil : Timestamp(milliseconds: Int64(last) * 1000)
    }
}
