//! What a negotiation, its people and meetings, and the agreements that it comes to are known by.

ledger::id_type!(
    /// A negotiation of one year.
    NegotiationId
);
ledger::id_type!(
    /// A topic of a negotiation.
    TopicId
);
ledger::id_type!(
    /// An answer to the offer.
    ReplyId
);
ledger::id_type!(
    /// A representative of either side.
    RepresentativeId
);
ledger::id_type!(
    /// A meeting of a negotiation.
    MeetingId
);
ledger::id_type!(
    /// An undertaking given in a meeting.
    UndertakingId
);
ledger::id_type!(
    /// Something that happened to the affair, entered from paper.
    EventId
);
ledger::id_type!(
    /// An agreement that a round of talks comes to.
    AgreementId
);
ledger::id_type!(
    /// A meeting that chose representatives.
    RepresentativeElectionId
);
ledger::id_type!(
    /// A written mandate.
    MandateId
);
