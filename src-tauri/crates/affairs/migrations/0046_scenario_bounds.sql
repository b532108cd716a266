-- What a kept scenario of a rise came to, where totals and bands tell no exact sum: each figure with what it lies between, as JSON.
-- Empty where every sum is exact, and for scenarios that were kept before; the sums that are exact stand in their own columns too.
-- What single wages tell is kept exactly, whoever kept it: who may read it is asked when it is read.
ALTER TABLE pay_scenario ADD COLUMN bounds TEXT;
