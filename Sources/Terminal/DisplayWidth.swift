/// How many columns a scalar takes, whatever the locale.
public enum DisplayWidth {
    /// 0 for marks drawn on the character before, 2 for East Asian wide and emoji, else 1.
    ///
    /// Controls and other invisible scalars have no width of their own: `SafeText` replaces them.
    /// Complexity: O(log n) in the size of the tables; O(1) below U+0300.
    public static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return 1 }
        if contains(value, in: DisplayWidthTable.zero) { return 0 }
        return contains(value, in: DisplayWidthTable.wide) ? 2 : 1
    }

    private static func contains(_ value: UInt32, in pairs: [UInt32]) -> Bool {
        var low = 0
        var high = pairs.count / 2
        while low < high {
            let middle = (low + high) / 2
            if pairs[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count / 2 && pairs[2 * low] <= value
    }
}
