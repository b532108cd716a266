//! What the records of new employment forms are known by.

ledger::id_type!(
    /// A platform or partner firm.
    PlatformFirmId
);
ledger::id_type!(
    /// Work of a person at a firm.
    PlatformWorkId
);
ledger::id_type!(
    /// A referral to another union.
    PlatformReferralId
);
ledger::id_type!(
    /// The talks of a year with a platform.
    PlatformTalkId
);
ledger::id_type!(
    /// A meeting of the talks.
    PlatformMeetingId
);
ledger::id_type!(
    /// What was said on a topic.
    PlatformPositionId
);
ledger::id_type!(
    /// A cap of working time.
    PlatformCapId
);
ledger::id_type!(
    /// Help of a worker after an accident.
    InjuryHelpId
);
