//! What notices and what was looked into of them are known by.

ledger::id_type!(
    /// One notice of a dismissal or of discipline.
    DismissalId
);
ledger::id_type!(
    /// One thing that was looked into.
    DismissalCheckId
);
