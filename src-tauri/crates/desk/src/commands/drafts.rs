//! Drafts of forms: each person's own, kept as they type. A draft over a file names it by a handle, which means something in one
//! run of the program only: where the file lies is kept beside it, and the next run gives a handle anew. No page sees the place.
//! Beside it stands too which guarded data was shown while it was typed, for it may hold that: it is told again only where that is
//! shown. Those of people who left the desk the chair takes over, or discards.

use std::path::{Path, PathBuf};

use affairs::drafts::left::{LeftDraft, LeftDraftRef};
use affairs::drafts::{self, DraftCover, DraftLine, DraftRef, KeptDraft, SaveDraft};
use affairs::union::model::{Guarded, Shown, Sight};
use ledger::{Finality, Op};
use serde_json::{Map, Value};

use super::drafts_guard::{held, is_unguarded};
use crate::Problem;
use crate::command::{Done, Nothing};
use crate::desk::{Desk, Outcome};
use crate::files::FileHandle;
use crate::open::{Reading, Writing};

/// Under which key of a draft stands where its file lies.
const PLACE: &str = "$place";

/// Under which key of a draft stands which kinds of guarded data were shown in full while it was typed, by their codes. A page that
/// keeps a draft later than it was typed says `true` there where something was.
const SEEN: &str = "$seen";

/// Keeps a draft in place of the one before.
pub fn save(writing: &Writing<'_, '_>, desk: &Desk, mut draft: SaveDraft) -> Result<Done, Problem> {
    placed(&mut draft.body, |handle| desk.resolve(&FileHandle(handle.to_owned())).ok());
    let person = writing.open.person();
    let me = person.id.to_string();
    let of = DraftRef { form: draft.form.clone(), record: draft.record.clone() };
    let before = drafts::get(writing.tx, &me, &of)?;
    let sight = writing.open.sight();
    note_seen(&mut draft, before.as_ref(), |kind, told| {
        sight.of(kind) == Shown::Full || (told && person.reads(kind))
    });
    drafts::save(writing.tx, &me, &draft).map(|()| Done)
}

/// One's own draft of a form. Where guarded data may stand in it that is not shown now, what was typed is covered, and stays.
pub fn get(desk: &Desk, of: DraftRef) -> Result<Outcome<Option<KeptDraft>>, Problem> {
    let open = desk.opened()?;
    let me = open.person().id.to_string();
    let Some(mut kept) = open.ledger.read(|connection| drafts::get(connection, &me, &of))? else {
        return Ok(Outcome::of(None));
    };
    kept.covered = cover(&of.form, &kept.body, open.sight());
    if kept.covered.is_some() {
        kept.body.clear();
        return Ok(Outcome::of(Some(kept)));
    }
    let sight = open.sight();
    let typed = held(&of.form, &kept.body).iter().any(|kind| sight.of(*kind) == Shown::Full);
    if kept.body.remove(SEEN).is_some() || typed {
        open.looked_at(Shown::Full, "drafts.get", [of.record.unwrap_or(of.form)])?;
    }
    reached(&mut kept.body, |path| desk.own_handle(path));
    Ok(Outcome::of(Some(kept)))
}

/// Notes which kinds were shown in full while a draft was typed, now or at an earlier keeping. `shown` tells it of a kind, given
/// whether the page says that something was.
fn note_seen(draft: &mut SaveDraft, before: Option<&KeptDraft>, shown: impl Fn(Guarded, bool) -> bool) {
    let told = draft.body.remove(SEEN) == Some(Value::Bool(true));
    if is_unguarded(&draft.form) {
        return;
    }
    let was = before.map(|kept| seen(&kept.body)).unwrap_or_default();
    let kinds = Guarded::ALL.into_iter().filter(|kind| was.contains(kind) || shown(*kind, told));
    let codes: Vec<Value> = kinds.map(|kind| Value::from(kind.code())).collect();
    if !codes.is_empty() {
        draft.body.insert(SEEN.to_owned(), Value::Array(codes));
    }
}

/// The kinds that were shown in full while a draft was typed.
fn seen(body: &Map<String, Value>) -> Vec<Guarded> {
    let codes = body.get(SEEN).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let has = |kind: &Guarded| codes.iter().any(|code| code.as_str() == Some(kind.code()));
    Guarded::ALL.into_iter().filter(has).collect()
}

/// Whether a draft is covered now, and until when.
fn cover(form: &str, body: &Map<String, Value>, sight: Sight) -> Option<DraftCover> {
    let shown: Vec<Shown> = seen(body).into_iter().map(|kind| sight.of(kind)).collect();
    if shown.contains(&Shown::Never) {
        return Some(DraftCover::Taken);
    }
    // What somebody typed of a person with everything masked is theirs; but in a sitting of its own it is looked at as any number,
    // wage or illness is, by whoever may look. Whoever may not has it as they typed it: they could never have it else.
    let typed = held(form, body).iter().any(|kind| sight.of(*kind) == Shown::Masked);
    (typed || shown.contains(&Shown::Masked)).then_some(DraftCover::Reveal)
}

/// Notes where the file lies that a draft was begun over. What a page says of it itself is not believed.
fn placed(body: &mut Map<String, Value>, resolve: impl Fn(&str) -> Option<PathBuf>) {
    body.remove(PLACE);
    let handle = body.get("from").and_then(|from| from.get("file")).and_then(Value::as_str);
    let Some(place) = handle.and_then(resolve) else { return };
    if let Some(place) = place.to_str() {
        body.insert(PLACE.to_owned(), Value::from(place));
    }
}

/// Puts a handle that holds in the place of the old one, where the file is still there; else the old one stays, and is refused.
fn reached(body: &mut Map<String, Value>, give: impl Fn(&Path) -> String) {
    let Some(Value::String(place)) = body.remove(PLACE) else { return };
    let place = PathBuf::from(place);
    if place.is_file()
        && let Some(Value::Object(from)) = body.get_mut("from")
    {
        from.insert("file".to_owned(), Value::from(give(&place)));
    }
}

/// One's own drafts, newest first.
pub fn list(reading: &Reading<'_>, _: Nothing) -> Result<Vec<DraftLine>, Problem> {
    drafts::list(reading.connection, &reading.open.person().id.to_string())
}

/// Drops one's own draft.
pub fn discard(writing: &Writing<'_, '_>, _: &Desk, of: DraftRef) -> Result<Done, Problem> {
    drafts::discard(writing.tx, &writing.open.person().id.to_string(), &of).map(|()| Done)
}

/// Every draft of those who sit at the desk no more, without what was typed.
pub fn left(reading: &Reading<'_>, _: Nothing) -> Result<Vec<LeftDraft>, Problem> {
    drafts::left::list(reading.connection)
}

/// Makes one of them the chair's own. What somebody typed may hold a number, a wage or an illness, and nothing of a draft is
/// masked: it is given to one who said what for, and the look is kept. From then on it is covered as if the chair had typed it so.
///
/// Errors: `covered`; `not_found`; `refused` where the chair has one of the same form.
pub fn take_over(desk: &Desk, of: LeftDraftRef) -> Result<Outcome<Done>, Problem> {
    let open = desk.opened()?;
    if open.sight().identity != Shown::Full {
        let message = "草稿里可能有证件号码、工资或健康情况。请先点“显示完整号码”，写明用途，再接过来。";
        return Err(Problem::new("covered", message).at("identity"));
    }
    let me = open.person().id.to_string();
    open.ledger.read(|connection| drafts::left::may_take_over(connection, &me, &of))?;
    open.gave_out("drafts.takeOver", std::slice::from_ref(&of.id))?;
    let op =
        Op { code: "drafts.takeOver".into(), label: "接过草稿".into(), finality: Finality::Reversible };
    let (sight, all) = (open.sight(), Guarded::ALL.into_iter());
    let seen: Value = all.filter(|kind| sight.of(*kind) == Shown::Full).map(Guarded::code).collect();
    open.ledger
        .step::<_, Problem>(&op, &open.actor(), |tx| drafts::left::take_over(tx, &me, &of, (SEEN, &seen)))?;
    Ok(Outcome::of(Done))
}

/// Discards one of them.
pub fn discard_left(writing: &Writing<'_, '_>, _: &Desk, of: LeftDraftRef) -> Result<Done, Problem> {
    drafts::left::discard(writing.tx, &of).map(|()| Done)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn body(of: Value) -> Map<String, Value> {
        of.as_object().cloned().unwrap()
    }

    #[test]
    fn a_file_is_found_again_by_a_new_handle_and_its_place_is_told_to_no_page() {
        let there = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let resolve = |handle: &str| (handle == "a1").then(|| there.clone());
        let mut draft = body(json!({ "from": { "file": "a1" }, "name": "名册.xlsx" }));
        placed(&mut draft, resolve);
        assert_eq!(draft[PLACE], json!(there.to_str().unwrap()));
        reached(&mut draft, |path| {
            assert_eq!(path, there);
            "b2".to_owned()
        });
        assert_eq!(draft, body(json!({ "from": { "file": "b2" }, "name": "名册.xlsx" })));

        let mut gone = body(json!({ "from": { "file": "a1" }, "$place": "/no/such/file" }));
        reached(&mut gone, |_| panic!("nothing is given for a file that is gone"));
        assert_eq!(gone, body(json!({ "from": { "file": "a1" } })));
    }

    #[test]
    fn a_place_that_a_page_says_itself_is_not_believed() {
        let mut made_up = body(json!({ "from": { "file": "c3" }, "$place": "/etc/hostname" }));
        placed(&mut made_up, |_| None);
        assert_eq!(made_up, body(json!({ "from": { "file": "c3" } })));
        let mut other = body(json!({ "from": "2026-07", "to": "2026-08" }));
        placed(&mut other, |_| panic!("a month is no file"));
        assert_eq!(other, body(json!({ "from": "2026-07", "to": "2026-08" })));
    }
}
