//! What stands out about people: women, migrant and model workers, hardship, those about to retire, the young and those
//! over age. Ages come from the law packs by the ledger's day; what only people know is entered here.

pub mod model;
pub mod rules;
pub mod settled;
pub(crate) mod store;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Tx;
use rusqlite::Connection;

use crate::Problem;
use crate::members;
use crate::members::model::{PersonId, Sex};
use crate::typed::{short, text};
use crate::union;
use crate::union::model::{Shown, Sight};
use model::{FlagSaid, MemberFlag, PersonFlags, PersonTagId, PersonTagInput, PersonTagKind};
use rules::{FlagDays, Retiring};

/// The days by which people of this ledger are flagged on a day, for one who sees births as far as `identity` shows them.
pub fn days(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    identity: Shown,
) -> Result<FlagDays, Problem> {
    Ok(FlagDays::of(book, &union::store::place(connection)?, today)?.seen(identity))
}

/// What stands out about one person on a day, and what was entered; what is noted of a hardship, where health is shown, and the
/// day of retirement, where identity is.
pub fn of_person(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    id: PersonId,
    sight: Sight,
) -> Result<PersonFlags, Problem> {
    let row = members::store::person(connection, id)?;
    let mut tags = store::tags(connection, id)?;
    if sight.health != Shown::Full {
        for tag in tags.iter_mut().filter(|tag| tag.kind == PersonTagKind::Hardship) {
            (tag.source, tag.note) = (None, None);
        }
    }
    let holds = |kind| tags.iter().find(|tag| tag.kind == kind && stands(tag, today));
    let mut flags = Vec::new();
    let mut put = |flag, why: String| flags.push(FlagSaid { flag, why });
    if row.sex == Sex::Female {
        put(MemberFlag::Women, "花名册登记的性别是女".to_owned());
    }
    if row.migrant == Some(true) {
        put(MemberFlag::Migrant, "花名册登记为农民工".to_owned());
    }
    for tag in tags.iter().filter(|tag| stands(tag, today)) {
        if let Some(flag) = tag.kind.flag() {
            put(flag, entered(tag));
        }
    }
    // An honour in the file says it as well; one flag is enough.
    if holds(PersonTagKind::ModelWorker).is_none()
        && let Some(honours) = store::model_worker(connection, id)?
    {
        put(MemberFlag::ModelWorker, format!("电子档案登记有{honours}"));
    }
    if let Some((birth, _)) = &row.birth {
        let whose = Retiring::of(row.sex, holds(PersonTagKind::StaffPost).is_some());
        let by_age = days(connection, book, today, sight.identity)?.by_age(birth, whose, sight.identity);
        flags.extend(by_age.map(|(flag, why)| FlagSaid { flag, why }));
    }
    Ok(PersonFlags { flags, tags })
}

fn stands(tag: &PersonTagInput, today: NaiveDate) -> bool {
    tag.since.is_none_or(|day| day <= today) && tag.until.is_none_or(|day| day >= today)
}

fn entered(tag: &PersonTagInput) -> String {
    let since = tag.since.map(|day| format!("{day}起"));
    let until = tag.until.map(|day| format!("到{day}"));
    let parts: Vec<String> = [since, until, tag.source.clone()].into_iter().flatten().collect();
    if parts.is_empty() { "已登记".to_owned() } else { parts.join("，") }
}

/// Enters something of a person, or changes it. What is noted of a hardship stays as it was where nothing is sent of it.
///
/// Errors: `bad_input` at its field; `covered` for another kind of a mark of which something was not shown; `duplicate` where the
/// person has one of the kind; `not_found`.
pub fn save_tag(tx: &Tx, input: &PersonTagInput, health: Shown) -> Result<PersonTagId, Problem> {
    let (_, sex) = members::store::name_and_sex(tx, input.person)?;
    if input.kind == PersonTagKind::StaffPost && sex == Sex::Male {
        return Err(Problem::input("kind", "这一项只用来算女职工的退休年龄，男职工不用登记。"));
    }
    if let (Some(since), Some(until)) = (input.since, input.until)
        && until < since
    {
        return Err(Problem::input("until", "终止日期早于起始日期，请核对。"));
    }
    if input.since.is_some_and(|day| day > tx.today()) {
        return Err(Problem::input("since", "起始日期还没有到，请核对。"));
    }
    short("source", input.source.as_deref().unwrap_or_default(), 100)?;
    short("note", input.note.as_deref().unwrap_or_default(), 200)?;
    if let Some(id) = input.id
        && input.kind != PersonTagKind::Hardship
        && tells_health(tx, &id.to_string())?
    {
        stays_hardship(tx, id, health)?;
    }
    if let Some(other) = store::tags(tx, input.person)?.iter().find(|tag| tag.kind == input.kind)
        && other.id != input.id
    {
        let message = format!("已经登记过{}，请改那一条。", input.kind.label());
        return Err(Problem::new("duplicate", message).at("kind"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    let mut kept = input.clone();
    if kept.kind == PersonTagKind::Hardship
        && let Some(standing) = store::one(tx, id)?
        && standing.kind == PersonTagKind::Hardship
    {
        kept.source = noted(kept.source, standing.source, health);
        kept.note = noted(kept.note, standing.note, health);
    }
    store::put_tag(tx, id, &kept)?;
    Ok(id)
}

/// What is noted of a hardship once a form was sent: what stood there, unless something is written in its place or whoever sees it
/// has emptied it. A form that was opened before it was shown sends nothing of it.
fn noted(sent: Option<String>, standing: Option<String>, health: Shown) -> Option<String> {
    let written = text(&sent).is_some() || health == Shown::Full;
    sent.filter(|_| written).or(standing)
}

/// Refuses to make another mark of one of hardship where what proves the hardship, or is noted of it, would then lie open. Whether
/// there is such a thing is told to readers of health alone.
fn stays_hardship(tx: &Tx, id: PersonTagId, health: Shown) -> Result<(), Problem> {
    let refused = |message: &str| Err(Problem::input("kind", message));
    if health == Shown::Never {
        return refused("困难职工的标记不能改成另一种标记。请另登记一个；这一个不用了的，可以移除。");
    }
    if store::bears_files(tx, &id.to_string())? {
        return refused(
            "困难职工的标记带着附件，不能改成另一种标记。请另登记一个；这一个不用了的，可以移除。",
        );
    }
    if health != Shown::Full
        && store::one(tx, id)?.is_some_and(|tag| tag.source.is_some() || tag.note.is_some())
    {
        let message = "困难职工的标记写有认定依据或者说明，改成另一种标记以前要先看到。请先显示健康情况，写明用途，再改。";
        return Err(Problem::new("covered", message).at("health"));
    }
    Ok(())
}

/// Whether the files of an entry, removed or not, may tell of an illness: those of somebody in hardship do as often as not, a
/// certificate of a model worker does not. One that the journal alone still knows may have been of hardship.
pub fn tells_health(connection: &Connection, id: &str) -> Result<bool, Problem> {
    Ok(store::kind_of(connection, id)?.is_none_or(|kind| kind == PersonTagKind::Hardship))
}

/// Puts an entry out of sight. Errors: `not_found`.
pub fn remove_tag(tx: &Tx, id: PersonTagId) -> Result<(), Problem> {
    store::remove_tag(tx, id)
}
