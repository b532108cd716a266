-- How the members of the women's committee are chosen in a re-election (女职工委员会委员的产生方式): by the meeting of the members, by the
-- women workers themselves, or named by the committee and agreed on without a vote. Those entered before were all voted on by the
-- meeting.
ALTER TABLE election ADD COLUMN women_way TEXT NOT NULL DEFAULT 'meeting'
  CHECK (women_way IN ('meeting', 'women', 'agreed'));
