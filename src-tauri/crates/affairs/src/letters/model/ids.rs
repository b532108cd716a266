//! What supervision, its events, letters and inspectors are known by.

ledger::id_type!(
    /// One supervision case.
    SupervisionCaseId
);
ledger::id_type!(
    /// Something that happened in a case.
    SupervisionEventId
);
ledger::id_type!(
    /// A letter of a case.
    SupervisionLetterId
);
ledger::id_type!(
    /// Someone who holds a supervisor's certificate.
    SupervisionInspectorId
);
