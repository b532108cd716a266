-- 法定代表人 of the employer, and of each further firm that founded the union: who stands for it in a contract and an agreement.
ALTER TABLE union_record ADD COLUMN employer_representative TEXT;
ALTER TABLE union_enterprise ADD COLUMN representative TEXT;
