//! Storing a roster that was read and checked: the good rows go in, in the order of the file, inside the running step, and
//! what was decided about people whom the ledger holds is changed. Whoever is not in the file stays as they are unless the
//! person at the desk has said what became of them. Where each row came from is kept by `sources`.

use std::borrow::Cow;
use std::collections::HashSet;

use law::LawBook;
use ledger::Tx;
use rusqlite::{Connection, OptionalExtension};

use crate::Problem;
use crate::masks::{mask_within, shown_birth, shown_email, shown_id, shown_phone, shown_within};
use crate::members::joining::rules::number_text;
use crate::members::membership;
use crate::members::membership::model::{MembershipInput, MembershipKind, MembershipState, membership_kind};
use crate::members::model::{EmploymentForm, Imported, PersonId, Sex};
use crate::members::roster::codes::ChangeKind;
use crate::members::roster::{
    Field, Held, Known, Leaver, PersonDraft, Preview, ProblemKind, RosterRow, RowStatus,
};
use crate::members::rules::{card_text, stored_date};
use crate::members::sources::{self, Source};
use crate::members::store::{self, BatchId, MemberChange, PersonRow, StoredDate};
use crate::union::model::Shown;

/// Rows between two looks at the progress and the cancel.
const LOOK: usize = 500;

/// Stores the ready rows of a preview, and what became of people whom the file no longer lists. `progress(done, total)`
/// answers whether to go on. Who joined is held against birth as far as `identity` may be seen.
///
/// Errors: `cancelled`, with nothing kept, since the step is taken back whole; `refused` where a change of membership
/// cannot follow what stands; `nothing_new`.
pub fn store_roster(
    tx: &Tx,
    book: &LawBook,
    source: &Source,
    preview: &Preview,
    leavers: &[Leaver],
    identity: Shown,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Imported, Problem> {
    let mut known = store::holders(tx)?;
    let there = preview.rows.iter().filter(|row| {
        row.status == RowStatus::Skipped
            && row.problems.iter().any(|one| one.kind == ProblemKind::PersonKnown)
    });
    let there = u32::try_from(there.count()).unwrap_or(u32::MAX);
    let ready = preview.rows.iter().filter(|row| row.status == RowStatus::Ready);
    let total = u64::from(preview.counts.ready);
    let mut done = Imported {
        added: 0,
        changed: 0,
        left: 0,
        already_there: there,
        left_out: preview.counts.total - preview.counts.ready - there,
    };
    let batch = tx.new_id::<BatchId>();
    let names: Vec<&str> = preview.pages.iter().map(|page| page.name.as_str()).collect();
    sources::insert_batch(tx, batch, source, &names.join("、"), preview.counts.ready)?;
    sources::insert_columns(tx, batch, preview)?;
    for (at, row) in ready.enumerate() {
        if at.is_multiple_of(LOOK) && !progress(at as u64, total) {
            return Err(cancelled());
        }
        let page = usize::try_from(row.page).ok().and_then(|at| names.get(at)).copied().unwrap_or_default();
        let person = match row.of {
            Some(person) => {
                // Who reads masks is not told before that the number is another's. Nobody gets it twice.
                if row.changes.contains(&Field::IdNumber)
                    && let Some(number) = &row.person.id_number
                    && !known.insert(number.clone())
                {
                    done.left_out += 1;
                    continue;
                }
                change(tx, book, person, row, identity)?;
                done.changed += 1;
                person
            }
            None => {
                if let Some(number) = &row.person.id_number
                    && !known.insert(number.clone())
                {
                    done.already_there += 1;
                    continue;
                }
                let person = tx.new_id::<PersonId>();
                store::insert_person(tx, person, &row_of(&row.person), Some((batch, row.row)))?;
                done.added += 1;
                person
            }
        };
        sources::insert_row(tx, batch, person, (page, row.row), &kept_cells(preview, row), &row.filled)?;
    }
    done.left = leave((tx, book), source, leavers, identity)?;
    if done.added == 0 && done.changed == 0 && done.left == 0 {
        return Err(Problem::new(
            "nothing_new",
            if done.already_there > 0 {
                "文件里可以导入的人账本里都已经有了，没有改动。"
            } else {
                "文件里没有可以导入的行，请先在预览中处理问题。"
            },
        )
        .at("file"));
    }
    progress(total, total);
    Ok(done)
}

/// The cells of a row that are kept with it: all of a roster; of a sheet of another kind those that were taken alone, for what it
/// says beside of wages or of health is kept where it belongs or nowhere.
fn kept_cells<'r>(preview: &Preview, row: &'r RosterRow) -> Cow<'r, [String]> {
    let page = usize::try_from(row.page).ok().and_then(|at| preview.pages.get(at));
    let Some(page) = page.filter(|_| preview.another) else { return Cow::Borrowed(&row.raw) };
    let taken = |at: usize| page.header.columns.iter().any(|one| usize::try_from(one.column) == Ok(at + 1));
    let kept = |(at, cell): (usize, &String)| if taken(at) { cell.clone() } else { String::new() };
    Cow::Owned(row.raw.iter().enumerate().map(kept).collect())
}

fn cancelled() -> Problem {
    Problem::new("cancelled", "已取消导入，账本里什么都没有改动。")
}

/// Lays what was decided to change over what the ledger holds of a person.
fn change(
    tx: &Tx,
    book: &LawBook,
    person: PersonId,
    row: &RosterRow,
    identity: Shown,
) -> Result<(), Problem> {
    // Somebody who works here no more begins anew only where the file says something of the work.
    let works = row.changes.iter().any(|field| field.is_of_work());
    let ended = store::ended_job(tx, person)?.map(|(job, _)| job).filter(|_| !works);
    let mut held =
        if ended.is_some() { store::with_last_job(tx, person)? } else { store::person(tx, person)? };
    let told = row_of(&row.person);
    for field in &row.changes {
        match field {
            Field::Sex => held.sex = told.sex,
            Field::Birth => held.birth = told.birth.clone(),
            Field::Ethnicity => held.ethnicity = told.ethnicity.clone(),
            Field::Education => held.education = told.education.clone(),
            Field::Political => held.political = told.political.clone(),
            Field::SkillGrade => held.skill_grade = told.skill_grade.clone(),
            Field::Title => held.title = told.title.clone(),
            Field::Email => held.email = told.email.clone(),
            Field::StartedWorkOn => held.started_on = told.started_on.clone(),
            Field::Migrant => held.migrant = told.migrant,
            Field::Phone => held.phone = told.phone.clone(),
            Field::Shop => held.shop = told.shop.clone(),
            Field::Team => held.team = told.team.clone(),
            Field::Post => held.post = told.post.clone(),
            Field::StaffNo => held.work_number = told.work_number.clone(),
            Field::Employment => held.form = told.form,
            Field::EmployedOn => held.hired_on = told.hired_on.clone(),
            Field::EmployerCode => held.employer_code = told.employer_code.clone(),
            Field::Household => held.household = told.household.clone(),
            Field::HouseholdPlace => held.household_place = told.household_place.clone(),
            Field::NativePlace => held.native_place = told.native_place.clone(),
            Field::WorkStatus => held.status = told.status.clone(),
            Field::Employer => held.employer = told.employer.clone(),
            Field::Name => {
                held.name = told.name.clone();
                held.name_key = told.name_key.clone();
            }
            Field::IdNumber => {
                held.id_kind = told.id_kind.clone();
                held.id_number = told.id_number.clone();
            }
            Field::UnionCard => held.card_number = told.card_number.clone(),
            Field::Remark => held.note = told.note.clone(),
            Field::JoinedOn => {
                redate((tx, book), person, told.member_since.as_ref(), identity)?;
            }
            Field::ChangeKind => {
                if let Some(kind) = row.person.change_kind.map(membership_kind) {
                    let on = row.person.change_on.as_ref().map(|day| stored_date(day).0);
                    let reason = row.person.change_reason;
                    let input = MembershipInput { reason, ..event(person, kind, on) };
                    membership::save(tx, book, &input, identity)?;
                }
            }
            _ => {}
        }
    }
    store::update_with_job(tx, person, &held, ended.as_deref())
}

/// The day of joining as a newer file has it: of the event that began the membership, or as an event of its own.
fn redate(
    (tx, book): (&Tx, &LawBook),
    person: PersonId,
    on: Option<&StoredDate>,
    identity: Shown,
) -> Result<(), Problem> {
    let on = on.map(|(day, _)| day.clone());
    let life = membership::life(tx, person)?;
    let input = match life.rungs.into_iter().find(|rung| rung.kind.begins()) {
        Some(rung) => MembershipInput {
            id: Some(rung.id),
            person,
            kind: rung.kind,
            on,
            reason: rung.reason,
            note: rung.note,
            other_union: rung.other_union,
            until: rung.until,
        },
        None => event(person, MembershipKind::Joined, on),
    };
    membership::save(tx, book, &input, identity).map(drop)
}

fn event(person: PersonId, kind: MembershipKind, on: Option<String>) -> MembershipInput {
    MembershipInput { id: None, person, kind, on, reason: None, note: None, other_union: None, until: None }
}

/// Enters what became of those whom the file no longer lists. Nobody is deleted.
///
/// Errors: `bad_input` for anything but 保留 and 转出; `refused` where it cannot follow.
fn leave(
    (tx, book): (&Tx, &LawBook),
    source: &Source,
    leavers: &[Leaver],
    identity: Shown,
) -> Result<u32, Problem> {
    for one in leavers {
        if !matches!(one.kind, MembershipKind::Retained | MembershipKind::MovedOut) {
            let message = "表里没有的人只能登记保留会籍或者会籍转出；别的请在会员页办理。";
            return Err(Problem::input("leavers", message));
        }
        // A note is read by all, the name of a file as identity may be seen.
        let note = Some(format!("“{}”里已经没有这个人", mask_within(&source.name)));
        let input = MembershipInput { note, ..event(one.person, one.kind, one.on.clone()) };
        membership::save(tx, book, &input, identity).map_err(|why| why.at("leavers"))?;
    }
    Ok(u32::try_from(leavers.len()).unwrap_or(u32::MAX))
}

/// The people whom the ledger holds, for a roster to be compared with before anything is stored. `sha256` is the file's:
/// the same file again is told by its rows. What names a person is compared as far as `identity` shows it, for a file can be made to
/// try all that a mask may hide.
pub fn known(connection: &Connection, sha256: &str, identity: Shown) -> Result<Known, Problem> {
    let mut known = Known::seen_by(identity);
    let units = connection.query_row("SELECT credit_code, employer_code FROM union_record", [], |row| {
        Ok((row.get::<_, Option<String>>(0)?, row.get::<_, Option<String>>(1)?))
    });
    (known.units.union, known.units.employer) = units.optional()?.unwrap_or_default();
    // A union that has no code yet is no other than the one a file names.
    known.units.union = known.units.union.filter(|code| !code.is_empty());
    let paid: HashSet<PersonId> = connection
        .prepare("SELECT DISTINCT person_id FROM dues_payment WHERE person_id IS NOT NULL")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    known.dues = !paid.is_empty();
    let mut statement = connection.prepare(
        "SELECT p.id, p.name, p.name_key, i.number, i.phone, e.work_number, p.sex, p.birth, p.ethnicity, p.education,
           p.political, p.skill_grade, p.migrant, e.shop, e.post, e.form, e.hired_on, e.employer_code, l.last_event,
           p.card_number, p.household, p.household_place, p.native_place, e.status, e.employer,
           n.number, l.since, p.note, p.started_on, p.title, i.email, e.team
         FROM live_person p JOIN member_line l ON l.id = p.id
         LEFT JOIN member_number n ON n.person_id = p.id
         LEFT JOIN live_person_identity i ON i.id = p.id
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL
         ORDER BY l.name_sort, p.id, e.id",
    )?;
    let mut rows = statement.query([])?;
    let mut seen = HashSet::new();
    while let Some(row) = rows.next()? {
        let id: PersonId = row.get(0)?;
        if !seen.insert(id) {
            continue;
        }
        let text = |at: usize| row.get::<_, Option<String>>(at);
        let sex = store::sex_of(&row.get::<_, String>(6)?);
        let form = store::form_of(&text(15)?.unwrap_or_default());
        let last = text(18)?.as_deref().and_then(MembershipKind::of);
        let migrant: Option<bool> = row.get(12)?;
        let mut values = Vec::with_capacity(Held::fields().len());
        for field in Held::fields() {
            values.push(match field {
                Field::Sex => (sex != Sex::Unspecified).then(|| sex.label().to_owned()),
                Field::Birth => text(7)?.map(|birth| shown_birth(&birth, identity)),
                Field::Ethnicity => text(8)?,
                Field::Education => text(9)?,
                Field::Political => text(10)?,
                Field::SkillGrade => text(11)?,
                Field::Migrant => migrant.map(|yes| if yes { "是" } else { "否" }.to_owned()),
                Field::Phone => text(4)?.map(|phone| shown_phone(&phone, identity)),
                Field::Shop => text(13)?,
                Field::Post => text(14)?,
                Field::StaffNo => text(5)?,
                Field::Employment => Some(form.label().to_owned()),
                Field::EmployedOn => text(16)?,
                Field::EmployerCode => text(17)?,
                Field::Household => text(20)?,
                Field::HouseholdPlace => text(21)?,
                Field::NativePlace => text(22)?,
                Field::WorkStatus => text(23)?,
                Field::Employer => text(24)?,
                Field::IdNumber => text(3)?.map(|number| shown_id(&number, identity)),
                // The card that we gave has no other number than ours.
                Field::UnionCard => {
                    let ours: Option<u32> = row.get(25)?;
                    ours.map(number_text).or(text(19)?)
                }
                Field::JoinedOn => text(26)?,
                Field::Remark => text(27)?.map(|note| shown_within(&note, identity)),
                Field::StartedWorkOn => text(28)?,
                Field::Title => text(29)?,
                Field::Email => text(30)?.map(|email| shown_email(&email, identity)),
                Field::Team => text(31)?,
                _ => None,
            });
        }
        known.add(Held {
            id,
            name: row.get(1)?,
            key: row.get(2)?,
            number: text(3)?.map(|number| shown_id(&number, identity)),
            reached_by: [text(4)?.map(|phone| shown_phone(&phone, identity)), text(5)?],
            card: text(19)?,
            values,
            form,
            state: last.map_or(MembershipState::NotYet, MembershipKind::state),
            left: last.and_then(MembershipKind::left),
            paid: paid.contains(&id),
        });
    }
    for (page, row, person) in sources::rows_of(connection, sha256)? {
        known.came_by(page, row, person);
    }
    Ok(known)
}

/// A person as the tables take them, of what a roster told.
pub fn row_of(draft: &PersonDraft) -> PersonRow {
    let mut phones = draft.phones.iter().cloned();
    let phone = phones.next();
    let others = phones.collect::<Vec<_>>().join("、");
    let change = draft.change_kind.filter(|kind| *kind != ChangeKind::Joined);
    // A day of change without a kind, or beside 入会, is that of joining.
    let joined = draft.joined_on.or(draft.change_on.filter(|_| change.is_none()));
    let change = change.map(|kind| MemberChange {
        kind: membership_kind(kind),
        reason: draft.change_reason.map(|reason| reason.label().to_owned()),
        on: draft.change_on.as_ref().map(stored_date),
    });
    // A roster of members without a day of joining says all the same that they are members.
    let undated = || MemberChange { kind: MembershipKind::Joined, reason: None, on: None };
    let change = change.or_else(|| joined.is_none().then(undated));
    PersonRow {
        name: draft.name.clone(),
        name_key: draft.name_key.clone(),
        sex: draft.sex.unwrap_or(Sex::Unspecified),
        birth: draft.birth.as_ref().map(stored_date),
        id_kind: draft.id_kind.map(|kind| kind.label().to_owned()),
        id_number: draft.id_number.clone(),
        phone,
        other_phones: (!others.is_empty()).then_some(others),
        email: draft.email.clone(),
        ethnicity: draft.ethnicity.clone(),
        education: draft.education.clone(),
        political: draft.political.clone(),
        skill_grade: draft.skill_grade.map(|grade| grade.label().to_owned()),
        title: draft.title.clone(),
        household: draft.household.clone(),
        household_place: draft.household_place.clone(),
        native_place: draft.native_place.clone(),
        migrant: draft.migrant,
        started_on: draft.started_work_on.as_ref().map(stored_date),
        card_number: draft.union_card.as_deref().map(card_text).filter(|card| !card.is_empty()),
        note: draft.remark.clone(),
        employer: draft.employer.clone(),
        employer_code: draft.employer_code.clone(),
        shop: draft.shop.clone(),
        team: draft.team.clone(),
        post: draft.post.clone(),
        work_number: draft.staff_no.clone(),
        form: draft.employment.unwrap_or(EmploymentForm::Other),
        status: draft.work_status.map(|status| status.label().to_owned()),
        hired_on: draft.employed_on.as_ref().map(stored_date),
        member_since: joined.as_ref().map(stored_date),
        member_change: change,
    }
}

#[cfg(test)]
mod tests {
    use super::kept_cells;
    use crate::members::roster::{
        ColumnFound, Field, Header, PageFound, PersonDraft, Preview, RosterRow, RowStatus,
    };

    /// A health report of one row: name, shop, conclusion.
    fn preview(another: bool) -> Preview {
        let column =
            |column, field, heading: &str| ColumnFound { column, field, heading: heading.to_owned() };
        let header = Header {
            row: 1,
            last_row: 1,
            columns: vec![column(1, Field::Name, "姓名"), column(2, Field::Shop, "部门")],
            unknown: Vec::new(),
        };
        let row = RosterRow {
            page: 0,
            row: 2,
            status: RowStatus::Ready,
            raw: ["白菊香", "装配", "疑似职业病"].map(str::to_owned).to_vec(),
            filled: Vec::new(),
            person: PersonDraft::default(),
            problems: Vec::new(),
            of: None,
            changes: Vec::new(),
        };
        let page = PageFound { name: "体检".to_owned(), header, people: 1 };
        Preview { pages: vec![page], rows: vec![row], another, ..Preview::empty(String::new()) }
    }

    #[test]
    fn what_another_kind_of_sheet_says_beside_is_not_kept_with_its_people() {
        for (another, kept) in [(false, ["白菊香", "装配", "疑似职业病"]), (true, ["白菊香", "装配", ""])]
        {
            let preview = preview(another);
            assert_eq!(*kept_cells(&preview, &preview.rows[0]), kept.map(str::to_owned));
        }
    }
}
