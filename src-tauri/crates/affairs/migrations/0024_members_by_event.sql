-- A state is derived from its events, and whoever has none is no member. Rosters that were imported without a day of joining
-- left their people without an event, and were counted as members: they get the event, without a day.
INSERT INTO membership_event (id, person_id, kind)
  SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8'
      || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), p.id, 'joined'
  FROM person p
  WHERE p.batch_id IS NOT NULL AND p.removed_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM membership_event m WHERE m.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM application a WHERE a.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM platform_referral f WHERE f.person_id = p.id);
