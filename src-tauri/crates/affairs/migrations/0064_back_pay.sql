-- What of the sum of a line was paid or taken back of earlier months, where the minimum wage is held against the rest. Empty where all
-- of the sum counts, and for what was taken in before.
ALTER TABLE pay_line ADD COLUMN back_pay INTEGER;
