//! What clauses and kept versions are known by.

ledger::id_type!(
    /// A clause of a draft.
    ContractClauseId
);
ledger::id_type!(
    /// A kept version of a contract's text.
    ContractVersionId
);
