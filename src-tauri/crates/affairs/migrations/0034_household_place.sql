-- Where someone is registered (户籍所在地): the real-name roster tells it, and the upper system asks for it again.
ALTER TABLE person ADD COLUMN household_place TEXT;
