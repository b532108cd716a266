-- The contract's own last day, as it was signed: the window of the next talks is reckoned from it.

ALTER TABLE negotiation_event ADD COLUMN valid_until TEXT;
