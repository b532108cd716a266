-- Whom the journal alone still names: by what name a record went before a change, and whom it meant. A search by a name asks these
-- and not the million changes of imports. What is erased leaves them with its text.
CREATE INDEX change_of_name ON change (coalesce(before ->> '$.name', before ->> '$.worker'))
  WHERE coalesce(before ->> '$.name', before ->> '$.worker') IS NOT NULL;
CREATE INDEX change_of_person ON change
  (coalesce(before ->> '$.person_id', before ->> '$.leader_id', before ->> '$.kept_id', before ->> '$.one_id', before ->> '$.of_id'))
  WHERE coalesce(before ->> '$.person_id', before ->> '$.leader_id', before ->> '$.kept_id', before ->> '$.one_id',
    before ->> '$.of_id') IS NOT NULL;
-- The second of two.
CREATE INDEX change_of_other ON change (coalesce(before ->> '$.gone_id', before ->> '$.other_id'))
  WHERE coalesce(before ->> '$.gone_id', before ->> '$.other_id') IS NOT NULL;
