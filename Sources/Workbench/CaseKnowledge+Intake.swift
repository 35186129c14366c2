public import CaseStore
public import Intake

/// What a case knows is what a dry run has to ask.
extension CaseKnowledge: KnownEvidence {}
