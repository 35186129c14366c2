/// Whole numbers in sentences: the same everywhere, whatever the locale.
public enum CountWords {
    /// `19,089`
    public static func grouped(_ value: Int) -> String {
        var digits = Array(String(value.magnitude))
        var place = digits.count - 3
        while place > 0 {
            digits.insert(",", at: place)
            place -= 3
        }
        return (value < 0 ? "−" : "") + String(digits)
    }

    /// `1 account`, `2 accounts`, `no account`.
    public static func counted(_ value: Int, _ noun: String, _ plural: String? = nil) -> String {
        if value == 0 { return "no " + noun }
        return grouped(value) + " " + (value == 1 ? noun : plural ?? noun + "s")
    }
}
