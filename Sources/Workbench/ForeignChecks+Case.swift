import Capabilities
public import Intake
import Partners

extension ForeignChecks {
    /// Rules are compiled by libyara, indicators read as STIX or MISP.
    public static let standard = ForeignChecks(rules: ruleNames, indicators: partnerIndicators)

    @Sendable private static func ruleNames(_ text: String, _ file: String) throws(FileCheckFailure)
        -> [String]
    {
        do {
            return try RuleText.check(text, file: file).rules.map(\.name)
        } catch {
            throw FileCheckFailure(line: error.line, problem: "\(error.cause)")
        }
    }

    @Sendable private static func partnerIndicators(
        _ bytes: [UInt8], _ file: String
    ) throws(FileCheckFailure) -> Indicators {
        do {
            let reading = try IndicatorFile.read(bytes)
            return Indicators(records: reading.records, rejects: reading.rejects, note: reading.note)
        } catch {
            throw FileCheckFailure(line: error.line, problem: error.problem)
        }
    }
}
