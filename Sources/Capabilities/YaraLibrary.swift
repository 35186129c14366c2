internal import CYara

/// libyara itself, which keeps tables for the whole process and wants to be started before use.
enum YaraLibrary {
    /// Once for the process, whichever thread comes first; it is never finished, since scanners may live to
    /// the end. Matched bytes are not copied: positions are enough, the text is at hand.
    private static let startCode: Int32 = {
        let code = yr_initialize()
        guard code == ERROR_SUCCESS else { return code }
        yr_set_configuration_uint32(YR_CONFIG_MAX_STRINGS_PER_RULE, RuleLimits.stringsPerRule)
        return yr_set_configuration_uint32(YR_CONFIG_MAX_MATCH_DATA, 0)
    }()

    static func start(for file: String) throws(RuleError) {
        guard startCode == ERROR_SUCCESS else {
            throw RuleError(file: file, line: nil, cause: .libyara(code: Int(startCode)))
        }
    }
}
