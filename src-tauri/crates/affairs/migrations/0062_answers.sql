-- An answer to the offer stays when another follows it, as an agreement does a refusal: each has a row of its own day. The last is the
-- one that counts; by the first it is told whether the offer was answered in time.
DROP INDEX negotiation_reply_one;
CREATE UNIQUE INDEX negotiation_reply_day ON negotiation_reply (negotiation_id, replied_on) WHERE removed_at IS NULL;
