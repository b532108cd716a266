//! What a committee's meetings and topics are known by.

ledger::id_type!(
    /// One meeting of a committee.
    CommitteeMeetingId
);
ledger::id_type!(
    /// One topic of a committee's meeting, and so its decision.
    CommitteeTopicId
);
