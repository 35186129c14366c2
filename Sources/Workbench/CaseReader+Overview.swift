import Analysis
public import CaseStore
public import Casework

extension CaseReader {
    /// What the case holds and what stands out; an analysis by another method than this program's is out of date.
    public func overview() throws -> CaseOverview { try overview(currentMethod: Analyzer.method) }
}
