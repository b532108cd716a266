//! Dues (会费): by what they are reckoned, who owes which months, what was taken and how a wrong taking is answered. Six months
//! without dues and union life are `lapse`'s; what the employer pays to the union is `union::fee`'s.

mod accounts;
mod duties;
mod lapse;
mod lines;
pub mod model;
pub mod papers;
mod rules;
pub(crate) mod store;
mod tariff;
mod view;

pub use duties::duties;
pub(crate) use lapse::may_return;
pub use lapse::{end_for_dues, lapses, remove_talk, save_talk};
pub use lines::{LinesSight, read};
pub(crate) use rules::share;
pub use view::{
    DuesSight, NAMED, arrears, entries, entry, erased_months, ever_told_wages, month_page, of_year, overview,
    person_year, tells_wages,
};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::LawBook;
use ledger::{Fen, Tx};
use rusqlite::Connection;

use crate::Problem;
use crate::members::model::PersonId;
use crate::members::store as people;
use crate::month::Month;
use crate::typed::{short, text};
use accounts::{Account, AccountMonth, Asked};
use model::{
    DuesBases, DuesBasisId, DuesBasisInput, DuesEntryId, DuesKind, DuesPaid, DuesState, DuesTaken, PayDues,
    PayDuesOf, ReverseDues,
};
use store::EntryHead;

/// The largest wage of a month that is believed: more is a slip of the keys.
const LARGEST_WAGE: i64 = 100_000_000;

/// Refuses to do something to a basis by which dues were taken.
///
/// Errors: `refused`.
fn unused(tx: &Tx, bases: &[DuesBasisInput], basis: &DuesBasisInput, to_do: &str) -> Result<(), Problem> {
    let next = bases.iter().map(|one| one.from).filter(|from| *from > basis.from).min();
    let taken = store::taken_between(tx, basis.from, next)?;
    if taken == 0 {
        return Ok(());
    }
    let message = format!(
        "{}起的这条标准已经收过{taken}笔会费，不能{to_do}；标准变了的，请从变的那个月起另加一条。",
        basis.from.words()
    );
    Err(Problem::new("refused", message))
}

/// Keeps by what dues are reckoned from a month on. `blind` is set for one who may not read wages: whether what was paid by a rate
/// reaches a sum that they choose would tell it in a few tries.
///
/// Errors: `bad_input` at its field; `refused` at `from` where another holds from the same month, and where dues that were taken by a
/// rate would be of one that is the same for everybody; `no_right`; `not_found`.
pub fn save_basis(tx: &Tx, input: &DuesBasisInput, blind: bool) -> Result<DuesBasisId, Problem> {
    rules::check_basis(input)?;
    let standing = store::bases(tx)?;
    let by_rate = standing.iter().any(|basis| basis.kind != DuesKind::Flat);
    if blind && by_rate && input.kind == DuesKind::Flat && store::taken_between(tx, input.from, None)? > 0 {
        let message = format!(
            "{}起的月份已经按工资的比例收过会费，改成每人定额要由有查看个人工资权限的人登记；从还没有收的月份起改的，请换月份。",
            input.from.words()
        );
        return Err(Problem::new("no_right", message).at("from"));
    }
    if input.id.is_some() && standing.iter().all(|basis| basis.id != input.id) {
        return Err(Problem::missing("条收缴标准"));
    }
    // What was paid as a share of a wage would read as a sum that is no secret.
    if let Some(basis) = standing.iter().find(|basis| basis.id.is_some() && basis.id == input.id)
        && basis.kind != DuesKind::Flat
        && input.kind == DuesKind::Flat
    {
        unused(tx, &standing, basis, "改成每人定额")?;
    }
    if standing.iter().any(|basis| basis.from == input.from && basis.id != input.id) {
        let message = format!("{}起已经有一条收缴标准，请改那一条，或者换一个月份。", input.from.words());
        return Err(Problem::new("refused", message).at("from"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::write_basis(tx, id, input)?;
    Ok(id)
}

/// Whether a removed basis may come back: not over months whose dues were taken by another meanwhile.
///
/// Errors: `refused`.
pub(crate) fn may_return_basis(connection: &Connection, id: &str) -> Result<(), Problem> {
    let sql = "SELECT from_month FROM dues_basis WHERE id = ?1";
    let from: Month = connection.query_row(sql, [id], |row| row.get(0))?;
    let next = store::bases(connection)?.iter().map(|one| one.from).filter(|other| *other > from).min();
    let taken = store::taken_between(connection, from, next)?;
    if taken == 0 {
        return Ok(());
    }
    let message = format!(
        "{}起已经按现在的标准收过{taken}笔会费，移除的这一条恢复不了；标准变了的，请从变的那个月起另加一条。",
        from.words()
    );
    Err(Problem::new("refused", message))
}

/// Puts a basis out of sight; the one before holds on.
///
/// Errors: `refused` for one by which dues were taken; `not_found`.
pub fn remove_basis(tx: &Tx, id: DuesBasisId) -> Result<(), Problem> {
    let bases = store::bases(tx)?;
    if let Some(basis) = bases.iter().find(|one| one.id == Some(id)) {
        unused(tx, &bases, basis, "移除")?;
    }
    store::remove_basis(tx, id)
}

/// Keeps wages from a month on; answers how many. `blind` is set for one who may not read wages, and changes none of a month that was
/// paid: whether it was paid in full by another wage would tell the true one.
///
/// Errors: `bad_input` at `bases.N`; `no_right` at `bases.N`; `not_found`.
pub fn save_bases(tx: &Tx, input: &DuesBases, blind: bool) -> Result<u32, Problem> {
    if input.bases.is_empty() {
        return Err(Problem::input("bases", "请先选人，或者粘贴名单。"));
    }
    for (at, one) in input.bases.iter().enumerate() {
        let (name, _) = people::name_and_sex(tx, one.person)?;
        if !(0..=LARGEST_WAGE).contains(&one.base.0) {
            let message = "月工资要在0到100万元之间，请核对有没有多打一位。";
            return Err(Problem::input(&format!("bases.{at}"), message));
        }
        if blind && store::paid_since(tx, one.person, input.from)? {
            let message = format!(
                "{name}从{}起已经交过会费，改这几个月的工资基数要由有查看个人工资权限的人登记；从还没有交的月份起改的，请换月份。",
                input.from.words()
            );
            return Err(Problem::new("no_right", message).at(&format!("bases.{at}")));
        }
        store::write_base(tx, one.person, input.from, one.base)?;
    }
    Ok(u32::try_from(input.bases.len()).unwrap_or(u32::MAX))
}

fn check_head(
    tx: &Tx,
    paid_on: NaiveDate,
    payer: &Option<String>,
    note: &Option<String>,
) -> Result<(), Problem> {
    short("payer", payer.as_deref().unwrap_or_default(), 50)?;
    short("note", note.as_deref().unwrap_or_default(), 200)?;
    if paid_on > tx.today() {
        return Err(Problem::input("paidOn", "收款的日期还没有到，请核对。"));
    }
    if let Some(begin) = tariff::begin(tx)?
        && begin.since(Month::of(paid_on)) > rules::AHEAD
    {
        let message = format!("收款的日期比开始收会费的{}早了一年多，请核对年份。", begin.words());
        return Err(Problem::input("paidOn", message));
    }
    Ok(())
}

fn new_entry(tx: &Tx, paid_on: NaiveDate, payer: &Option<String>, note: &Option<String>) -> EntryHead {
    let owned = |field: &Option<String>| text(field).map(str::to_owned);
    EntryHead { id: tx.new_id(), paid_on, payer: owned(payer), note: owned(note), reverses: None }
}

/// That a sum is not what is owed, to one who may not read wages: by how much, or in which direction, would tell one in a few
/// tries.
pub(crate) const DIFFERS: &str = "金额和应交的对不上，请核对；照应交的收的，金额不用填。只交了一部分或者多交的，请有查看个人工资权限的人登记。";

/// Keeps what members paid, all or none. `blind` is set for one who may not read wages.
///
/// Errors: `bad_input` and `refused` at `lines.N`, with whose it is; `not_found`.
pub fn pay(tx: &Tx, book: &LawBook, input: &PayDues, blind: bool) -> Result<DuesEntryId, Problem> {
    check_head(tx, input.paid_on, &input.payer, &input.note)?;
    if input.lines.is_empty() {
        return Err(Problem::input("lines", "请先选交会费的人。"));
    }
    let entry = new_entry(tx, input.paid_on, &input.payer, &input.note);
    store::insert_entry(tx, &entry)?;
    for (at, line) in input.lines.iter().enumerate() {
        let (name, _) = people::name_and_sex(tx, line.person)?;
        pay_line(tx, book, entry.id, line, blind).map_err(|why| {
            Problem { message: format!("{name}：{}", why.message), ..why }.at(&format!("lines.{at}"))
        })?;
    }
    Ok(entry.id)
}

fn pay_line(
    tx: &Tx,
    book: &LawBook,
    entry: DuesEntryId,
    line: &DuesPaid,
    blind: bool,
) -> Result<(), Problem> {
    let mut months = line.months.clone();
    months.sort_unstable();
    months.dedup();
    let (Some(first), Some(last)) = (months.first(), months.last()) else {
        return Err(Problem::input("months", "请选交的是哪几个月。"));
    };
    if last.since(Month::of(tx.today())) > rules::AHEAD {
        let message = format!("最多预交{}个月，请核对月份。", rules::AHEAD);
        return Err(Problem::input("months", message));
    }
    let account = accounts::of_person(tx, book, line.person, (*first, *last))?;
    let mut owed = Vec::with_capacity(months.len());
    for month in &months {
        owed.push(owed_for(account.as_ref(), *month)?);
    }
    let whole = owed.iter().copied().collect::<Option<Vec<Fen>>>();
    if blind && differs(account.as_ref(), &months, line.amount, whole.as_deref()) {
        return Err(Problem::input("amount", DIFFERS));
    }
    let parts = match (line.amount, whole) {
        (Some(amount), _) => rules::spread(amount, &owed)?,
        (None, Some(owed)) => owed,
        (None, None) => {
            let message = "还没有登记工资基数，算不出应交多少；请填写收到的金额，或者先登记基数。";
            return Err(Problem::input("amount", message));
        }
    };
    for (month, part) in months.iter().zip(parts) {
        store::insert_payment(tx, entry, line.person, *month, part)?;
    }
    Ok(())
}

/// Whether a sum is another than what is owed, where that tells a wage.
fn differs(account: Option<&Account>, months: &[Month], amount: Option<Fen>, owed: Option<&[Fen]>) -> bool {
    let tells = |one: &AccountMonth| one.tells && months.contains(&one.month);
    let by_rate = account.is_some_and(|account| account.months.iter().any(tells));
    let due = owed.map(|owed| owed.iter().map(|one| one.0).sum::<i64>());
    by_rate && amount.zip(due).is_some_and(|(amount, due)| amount.0 != due)
}

/// What is still owed for a month; none where it is not known.
///
/// Errors: `refused` for a month that is paid, free, or not the person's.
fn owed_for(account: Option<&Account>, month: Month) -> Result<Option<Fen>, Problem> {
    let refused = |why: &str| Err(Problem::new("refused", format!("{}{why}", month.words())).at("months"));
    let found = account.and_then(|account| account.months.iter().find(|one| one.month == month));
    match found.map(|one| (one.state, one)) {
        None | Some((DuesState::None, _)) => {
            refused("不收会费：那个月月末不是会员，或者本会还没有定收缴标准。请核对月份。")
        }
        Some((DuesState::Exempt, _)) => refused("保留会籍，免交会费。请核对月份。"),
        Some((DuesState::Paid, _)) => refused("的会费已经交清。请核对月份，登记错了的先冲销。"),
        Some((_, one)) => Ok(one.owed()),
    }
}

/// Keeps that everyone of a scope who owes a month has paid it, but for some. Who lacks a wage base is left out and told.
///
/// Errors: `bad_input` at its field; `refused` where nobody is left; `not_found`.
pub fn pay_of(tx: &Tx, book: &LawBook, input: &PayDuesOf) -> Result<DuesTaken, Problem> {
    check_head(tx, input.paid_on, &input.payer, &input.note)?;
    if input.month.since(Month::of(tx.today())) > rules::AHEAD {
        return Err(Problem::input("month", format!("最多预交{}个月，请核对月份。", rules::AHEAD)));
    }
    let asked = Asked { scope: &input.scope, only: None, first: input.month, last: input.month };
    let (mut owing, mut without_base) = (Vec::new(), Vec::new());
    accounts::each(tx, book, &asked, &mut |account| {
        let left_out = input.except.contains(&account.person);
        for month in account.months.iter().filter(|month| !left_out && rules::owes(month.state)) {
            match month.owed() {
                Some(owed) => owing.push((account.person, owed)),
                None => without_base.push(account.name.clone()),
            }
        }
        Ok(())
    })?;
    if owing.is_empty() {
        let message = match without_base.len() {
            0 => format!("{}没有还要交会费的人，请核对月份和范围。", input.month.words()),
            n => format!("选的{n}人都还没有登记工资基数，算不出应交多少；请先登记基数。"),
        };
        return Err(Problem::new("refused", message).at("month"));
    }
    let entry = new_entry(tx, input.paid_on, &input.payer, &input.note);
    store::insert_entry(tx, &entry)?;
    for (person, owed) in &owing {
        store::insert_payment(tx, entry.id, *person, input.month, *owed)?;
    }
    let people = u32::try_from(owing.len()).unwrap_or(u32::MAX);
    Ok(DuesTaken { entry: entry.id, people, without_base })
}

/// What an entry holds of each person and month after its counter-entries.
fn left_of(tx: &Tx, id: DuesEntryId) -> Result<BTreeMap<(PersonId, Month), i64>, Problem> {
    let mut left = BTreeMap::new();
    let answers = store::answers(tx, id)?;
    for entry in std::iter::once(id).chain(answers) {
        for one in store::payments(tx, entry)? {
            let Some(person) = one.person else { continue };
            *left.entry((person, one.month)).or_default() += one.amount.0;
        }
    }
    left.retain(|_, amount| *amount != 0);
    Ok(left)
}

/// Answers an entry by its opposite, whole or for some of its members.
///
/// Errors: `bad_input` at its field; `refused` for a counter-entry, or where nothing of it is left; `not_found`.
pub fn reverse(tx: &Tx, input: &ReverseDues) -> Result<DuesEntryId, Problem> {
    let standing = store::entry(tx, input.entry)?;
    if standing.reverses.is_some() {
        let message = "这一笔本身是冲销，不能再冲销；冲错了的，请照原样重新登记收款。";
        return Err(Problem::new("refused", message).at("entry"));
    }
    short("reason", &input.reason, 200)?;
    if input.reason.trim().is_empty() {
        return Err(Problem::input("reason", "请写明为什么冲销，例如“多收一个月，已退还”。"));
    }
    if input.on < standing.paid_on || input.on > tx.today() {
        return Err(Problem::input("on", "冲销的日期应在收款之后、今天以前，请核对。"));
    }
    let mut left = left_of(tx, input.entry)?;
    if !input.people.is_empty() {
        left.retain(|(person, _), _| input.people.contains(person));
    }
    if left.is_empty() {
        let message = "这一笔（或者选的人）已经冲销过了，没有可以冲销的。";
        return Err(Problem::new("refused", message).at("entry"));
    }
    let entry = EntryHead {
        id: tx.new_id(),
        paid_on: input.on,
        payer: standing.payer,
        note: Some(input.reason.trim().to_owned()),
        reverses: Some(input.entry),
    };
    store::insert_entry(tx, &entry)?;
    for ((person, month), amount) in left {
        store::insert_payment(tx, entry.id, person, month, Fen(-amount))?;
    }
    Ok(entry.id)
}
