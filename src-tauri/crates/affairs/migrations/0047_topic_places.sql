-- Which of a round's agreements a topic belongs to (议题归哪一份合同), by the kinds of the agreements: their codes with a comma
-- between them, more than one only where the topic is really meant for several. Empty for topics that were entered before: their
-- words tell. And a topic that the talks go on without: both sides talk about it no more (不再谈), or leave it to the next talks
-- (留待下次协商), with what was said of it.
ALTER TABLE negotiation_topic ADD COLUMN kinds TEXT;
ALTER TABLE negotiation_topic ADD COLUMN aside TEXT CHECK (aside IN ('withdrawn', 'carried'));
ALTER TABLE negotiation_topic ADD COLUMN aside_why TEXT;
