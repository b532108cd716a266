//! Storing a roster that was read and checked: the good rows go in, in the order of the file, inside the
//! running step. People the ledger holds already (by identity number) stay as they are.

use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members::membership::model::MembershipKind;
use crate::members::model::{EmploymentForm, Imported, PersonId, Sex};
use crate::members::roster::codes::ChangeKind;
use crate::members::roster::{Known, KnownPerson, PersonDraft, Preview, ProblemKind, RowStatus};
use crate::members::rules::{card_text, stored_date};
use crate::members::store::{self, BatchId, MemberChange, PersonRow};

/// Rows between two looks at the progress and the cancel.
const LOOK: usize = 500;

/// Stores the ready rows of a preview. `progress(done, total)` answers whether to go on.
///
/// Errors: `cancelled`, with nothing kept, since the step is taken back whole.
pub fn store_roster(
    tx: &Tx,
    file: &str,
    preview: &Preview,
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
        already_there: there,
        left_out: preview.counts.total - preview.counts.ready - there,
    };
    let batch = tx.new_id::<BatchId>();
    let page = preview.pages.iter().map(|page| page.name.as_str()).collect::<Vec<_>>().join("、");
    store::insert_batch(tx, batch, file, &preview.file_sha256, &page, preview.counts.ready)?;
    for (at, row) in ready.enumerate() {
        if at.is_multiple_of(LOOK) && !progress(at as u64, total) {
            return Err(Problem::new("cancelled", "已取消导入，账本里什么都没有改动。"));
        }
        if let Some(number) = &row.person.id_number
            && !known.insert(number.clone())
        {
            done.already_there += 1;
            continue;
        }
        store::insert_person(tx, tx.new_id::<PersonId>(), &row_of(&row.person), Some((batch, row.row)))?;
        done.added += 1;
    }
    if done.added == 0 {
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

/// The people whom the ledger holds, for a roster to be compared with before anything is stored.
pub fn known(connection: &Connection) -> Result<Known, Problem> {
    let mut known = Known::default();
    let mut statement = connection.prepare(
        "SELECT p.name, p.name_key, i.number, i.phone, e.work_number, p.birth, p.card_number FROM live_person p
         LEFT JOIN live_person_identity i ON i.id = p.id
         LEFT JOIN live_employment e ON e.person_id = p.id AND e.left_on IS NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let birth: Option<String> = row.get(5)?;
        known.add(KnownPerson {
            name: row.get(0)?,
            key: row.get(1)?,
            number: row.get(2)?,
            phone: row.get(3)?,
            staff: row.get(4)?,
            birth: birth.filter(|day| day.len() == "1990-01-01".len()),
            card: row.get(6)?,
        });
    }
    Ok(known)
}

fn row_of(draft: &PersonDraft) -> PersonRow {
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
        ethnicity: draft.ethnicity.clone(),
        education: draft.education.clone(),
        political: draft.political.clone(),
        skill_grade: draft.skill_grade.map(|grade| grade.label().to_owned()),
        household: draft.household.clone(),
        native_place: draft.native_place.clone(),
        migrant: draft.migrant,
        card_number: draft.union_card.as_deref().map(card_text).filter(|card| !card.is_empty()),
        note: draft.remark.clone(),
        employer: draft.employer.clone(),
        shop: draft.shop.clone(),
        post: draft.post.clone(),
        work_number: draft.staff_no.clone(),
        form: draft.employment.unwrap_or(EmploymentForm::Other),
        status: draft.work_status.map(|status| status.label().to_owned()),
        hired_on: draft.employed_on.as_ref().map(stored_date),
        member_since: joined.as_ref().map(stored_date),
        member_change: change,
    }
}

/// What the word of a roster's column stands for.
pub(crate) fn membership_kind(kind: ChangeKind) -> MembershipKind {
    match kind {
        ChangeKind::Joined => MembershipKind::Joined,
        ChangeKind::TransferredIn => MembershipKind::MovedIn,
        ChangeKind::Retained => MembershipKind::Retained,
        ChangeKind::TransferredOut => MembershipKind::MovedOut,
        ChangeKind::Expelled => MembershipKind::Expelled,
        ChangeKind::Withdrawn => MembershipKind::Withdrawn,
    }
}
