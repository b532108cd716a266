-- What the real-name roster asks for beside: when someone began to work at all (参加工作时间), the professional title (职称), the
-- team (班组) and an e-mail address; from which merged cell a value of an imported row was filled down; and whether the two firms
-- have agreed that a dispatched applicant joins here (劳务派遣工入会).
ALTER TABLE person ADD COLUMN started_on TEXT;
ALTER TABLE person ADD COLUMN started_precision TEXT CHECK (started_precision IN ('day', 'month', 'year'));
ALTER TABLE person ADD COLUMN title TEXT;
ALTER TABLE person_identity ADD COLUMN email TEXT;
ALTER TABLE employment ADD COLUMN team TEXT;
ALTER TABLE import_row ADD COLUMN filled TEXT;
ALTER TABLE application ADD COLUMN agreement TEXT CHECK (agreement IN ('agreed', 'not_agreed'));
