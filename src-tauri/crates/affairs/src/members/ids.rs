//! What a person on the roster is known by.

ledger::id_type!(
    /// A person on the roster.
    PersonId
);
ledger::id_type!(
    /// One import of a roster.
    BatchId
);
