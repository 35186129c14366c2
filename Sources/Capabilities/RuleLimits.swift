/// What a file of rules may ask for. Rules come with evidence, so each limit keeps a hostile file from
/// holding up or exhausting the machine.
public enum RuleLimits {
    /// A file written by hand is some tens of kilobytes; compiling costs time and memory in proportion, at
    /// worst some seconds for a file of this size.
    public static let fileBytes = 1 << 18
    /// Of all files of the user's together.
    public static let setBytes = 1 << 21
    /// How often a file may say `xor`. Each such string becomes 255, which made a file of 1 MiB take minutes
    /// and gigabytes; in prompts nobody hides words that way.
    public static let xorWords = 20
    /// Conditions of all rules run on every text.
    public static let rulesPerFile = 2_000
    public static let stringsPerRule: UInt32 = 1_000
    /// The steps that one pattern may take at one place of a text, see ``PatternCost``. libyara looks at the
    /// clock only every 4,096 bytes of text, so this bounds how late it can be: `.{0,250}` is just allowed
    /// and takes up to 6 ms at each place where it can begin; three of them in a row would take 27 times that.
    public static let patternSteps = 16_000_000
    /// Of one rule in one text; the first ones are kept.
    public static let spansPerRule = 50
    /// Time for one text and all rules together, with the second that each further MiB of text has on top.
    /// Ordinary texts take microseconds: only a rule that runs away comes near.
    public static let scanNanoseconds: UInt64 = 500_000_000
    /// Time for one text and one rule, when all together took too long: longer, so that a machine that was
    /// busy for a moment does not cost an honest rule its place.
    public static let singleRuleNanoseconds: UInt64 = 2_000_000_000
    /// Modules that a rule may import. `math` and `hash` are functions of the text alone. The others are left
    /// out: `time` reads the clock, so that the same evidence would give other findings tomorrow, `console`
    /// writes to the terminal, and the rest parse file formats that prompts are not, with much code.
    public static let modules: Set<String> = ["math", "hash"]
}
