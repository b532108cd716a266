//! What the papers of dues are filled with: 会费收据 from an entry (of one member, or of many handed over together; of a
//! counter-entry the same in red words), and 会费收缴年度表 from a year. The receipt is issued with a number; the sheet is
//! printed anew each time.

use chrono::{Datelike, Months, NaiveDate};
use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;
use serde::Serialize;

use super::model::{DuesEntry, DuesEntryId, DuesMonth, DuesState};
pub use super::model::{RECEIPT, SHEET};
use super::view::DuesSight;
use super::{store, view};
use crate::Problem;
use crate::members::model::PersonId;
use crate::money::capital;
use crate::month::months_words;
use crate::office;
use crate::office::model::{Filled, PaperLine};
use crate::union;

/// A look at single sums for a paper that bears them.
pub const WAGES_PAPER: &str = "members.duesPaper";

/// Receipts in the list of papers: older ones are with their entries.
const LISTED: u32 = 200;

fn entry_id(of: &str) -> Result<DuesEntryId, Problem> {
    of.parse().map_err(|_| store::missing_entry())
}

/// Whether the paper of this record shows sums that tell a single wage.
///
/// Errors: `not_found`.
pub fn shows_wages(connection: &Connection, kind: &str) -> Result<bool, Problem> {
    Ok(matches!(kind, RECEIPT | SHEET) && view::tells_wages(connection)?)
}

/// Whose sums it shows; none where it is everybody.
///
/// Errors: `not_found`.
pub fn people_of(connection: &Connection, kind: &str, of: &str) -> Result<Vec<PersonId>, Problem> {
    if kind == RECEIPT { view::people_of(connection, entry_id(of)?) } else { Ok(Vec::new()) }
}

/// The receipts of a year's entries, and the sheets of this year and the last.
pub fn list(connection: &Connection, today: NaiveDate) -> Result<Vec<PaperLine>, Problem> {
    if store::bases(connection)?.is_empty() {
        return Ok(Vec::new());
    }
    let since = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let (_, heads) = store::entries(connection, None, None, (LISTED, 0))?;
    let mut lines = Vec::new();
    let line = |kind: &str, of: String, title: String, dated| PaperLine {
        kind: kind.to_owned(),
        of,
        title,
        affair: "会费".to_owned(),
        dated: Some(dated),
        missing: Vec::new(),
        issued: Vec::new(),
        made_by: None,
    };
    for head in heads.into_iter().filter(|head| head.paid_on >= since) {
        let (of, on) = (head.id.to_string(), head.paid_on);
        let entry = view::entry(connection, head.id, DuesSight::NONE)?;
        lines.push(line(RECEIPT, of, title(&entry), on));
    }
    let year = today.year();
    lines.push(line(SHEET, year.to_string(), sheet_title(year), today));
    Ok(lines)
}

fn sheet_title(year: i32) -> String {
    format!("{year}年会费收缴年度表")
}

/// 会费收据（王小明）, 会费收据（焊接小组李强等25人）.
fn title(entry: &DuesEntry) -> String {
    let red = match (entry.reverses, entry.reversed) {
        (Some(_), _) => "，冲销",
        (None, true) => "，已冲销",
        (None, false) => "",
    };
    format!("会费收据（{}{red}）", who(entry))
}

fn who(entry: &DuesEntry) -> String {
    match (&entry.payer, entry.members.as_slice()) {
        (Some(payer), _) => payer.clone(),
        (None, [one]) => one.name.clone(),
        (None, [first, ..]) => format!("{}等{}人", first.name, entry.people),
        (None, []) => String::new(),
    }
}

#[derive(Serialize)]
struct Named {
    name: String,
}

#[derive(Serialize)]
struct ReceiptLine {
    name: String,
    months: String,
    amount: String,
}

#[derive(Serialize)]
struct Reversed {
    number: Option<String>,
    on: NaiveDate,
}

/// The context of a receipt, as its template documents it.
#[derive(Serialize)]
struct Receipt {
    union: Named,
    payer: String,
    people: u32,
    paid_on: NaiveDate,
    months: String,
    lines: Vec<ReceiptLine>,
    amount: String,
    capital: String,
    note: Option<String>,
    answered: Option<String>,
    reverses: Option<Reversed>,
    date: NaiveDate,
}

/// Fills a paper of dues; `None` for a kind of another room.
///
/// Errors: `not_found`; `bad_input` for a year that is none.
pub fn fill(
    connection: &Connection,
    book: &LawBook,
    kind: &str,
    of: &str,
    today: NaiveDate,
) -> Result<Option<Filled>, Problem> {
    match kind {
        RECEIPT => receipt(connection, of, today).map(Some),
        SHEET => sheet(connection, book, of, today).map(Some),
        _ => Ok(None),
    }
}

/// What counter-entries took back of an entry, as its receipt says it.
fn answered(connection: &Connection, entry: &DuesEntry) -> Result<Option<String>, Problem> {
    let mut names = Vec::new();
    for answer in store::answers(connection, entry.id)? {
        names.extend(view::named_all(connection, answer)?.into_iter().map(|one| one.name));
    }
    Ok(match names.as_slice() {
        [] => None,
        _ if entry.reversed => Some("这一笔已经全部冲销，本收据作废。".to_owned()),
        names => Some(format!("其中{}的会费已经冲销，以冲销的收据为准。", names.join("、"))),
    })
}

fn receipt(connection: &Connection, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let entry = view::entry(connection, entry_id(of)?, DuesSight::FULL)?;
    let reverses = match entry.reverses {
        Some(id) => {
            let was = view::entry(connection, id, DuesSight::FULL)?;
            let number = was.receipts.first().map(|receipt| receipt.number.clone());
            Some(Reversed { number, on: was.paid_on })
        }
        None => None,
    };
    let sum = entry.amount.unwrap_or_default();
    let context = Receipt {
        union: Named { name: union::store::union_record(connection)?.name },
        payer: who(&entry),
        people: entry.people,
        paid_on: entry.paid_on,
        months: months_words(&entry.months),
        lines: (view::named_all(connection, entry.id)?.into_iter())
            .map(|one| ReceiptLine {
                name: one.name,
                months: months_words(&one.months),
                amount: one.amount.unwrap_or_default().to_string(),
            })
            .collect(),
        amount: sum.to_string(),
        capital: capital(sum),
        note: entry.note.clone(),
        answered: answered(connection, &entry)?,
        reverses,
        date: today,
    };
    // One that was issued stays as it went out; a new one is not given for money that was handed back.
    let mut missing = Vec::new();
    if entry.reversed && entry.receipts.is_empty() {
        missing.push("有效的收款（这一笔已经全部冲销，不再开收据）".to_owned());
    }
    let filled = Filled::new("members/dues-receipt", of.to_owned(), title(&entry), missing, &context)?;
    office::standing(connection, RECEIPT, filled)
}

#[derive(Serialize)]
struct SheetLine {
    total: bool,
    name: String,
    group: String,
    months: Vec<String>,
    due: String,
    paid: String,
    owed: String,
}

/// The context of the yearly sheet.
#[derive(Serialize)]
struct Sheet {
    union: Named,
    year: i32,
    numbers: Vec<u32>,
    count: usize,
    rows: Vec<SheetLine>,
    day: NaiveDate,
}

/// The sums of a year, month by month, as the sheet and the workbook show them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DuesYearSums {
    /// Paid in each month.
    pub paid: [Fen; 12],
    /// Owed for the months that have ended and those that are paid ahead, paid, and what of it is still owed.
    pub whole: [Fen; 3],
}

impl DuesYearSums {
    /// Adds a member's months.
    pub fn add(&mut self, months: &[DuesMonth], ended: usize) -> [Fen; 3] {
        let plus = |to: &mut Fen, what: Fen| *to = to.checked_add(what).unwrap_or(*to);
        let mut own = [Fen(0); 3];
        for (at, month) in months.iter().enumerate().take(12) {
            let (due, paid) = (month.due.unwrap_or_default(), month.paid.unwrap_or_default());
            plus(&mut self.paid[at], paid);
            plus(&mut own[1], paid);
            // A month that has not ended counts as far as it is paid ahead: what is owed, paid and in arrears add up.
            plus(&mut own[0], if at < ended { due.max(paid) } else { paid });
            if at < ended {
                plus(&mut own[2], Fen((due.0 - paid.0).max(0)));
            }
        }
        for (whole, part) in self.whole.iter_mut().zip(own) {
            plus(whole, part);
        }
        own
    }
}

/// How many months of a year have ended by a day.
pub fn ended(year: i32, today: NaiveDate) -> usize {
    match today.year() - year {
        0 => usize::try_from(today.month0()).unwrap_or_default(),
        later if later > 0 => 12,
        _ => 0,
    }
}

/// What stands in the cell of a month: the sum that was paid, or why there is none. `ended`: whether the month has ended.
pub fn cell(month: &DuesMonth, ended: bool) -> String {
    match month.state {
        DuesState::Paid | DuesState::Partly => plain(month.paid.unwrap_or_default()),
        DuesState::Exempt => "免".to_owned(),
        DuesState::Open if ended => "欠".to_owned(),
        DuesState::Unknown if ended => "未定".to_owned(),
        DuesState::Open | DuesState::Unknown | DuesState::None => String::new(),
    }
}

fn plain(sum: Fen) -> String {
    sum.to_string()
}

fn sheet(connection: &Connection, book: &LawBook, of: &str, today: NaiveDate) -> Result<Filled, Problem> {
    let year: i32 = of.parse().map_err(|_| Problem::missing("张年度表"))?;
    let whole = view::of_year(connection, book, year, true)?;
    let ended = ended(year, today);
    let mut sums = DuesYearSums::default();
    let mut people: Vec<SheetLine> = Vec::with_capacity(whole.people.len());
    for one in &whole.people {
        let [due, paid, owed] = sums.add(&one.months, ended);
        people.push(SheetLine {
            total: false,
            name: one.name.clone(),
            group: one.group.clone().unwrap_or_default(),
            months: one.months.iter().enumerate().map(|(at, month)| cell(month, at < ended)).collect(),
            due: plain(due),
            paid: plain(paid),
            owed: plain(owed),
        });
    }
    if !whole.erased.is_empty() {
        let months = view::erased_months(year, &whole.erased);
        let [due, paid, owed] = sums.add(&months, 0);
        people.push(SheetLine {
            total: false,
            name: "（已清除的人员）".to_owned(),
            group: String::new(),
            months: months.iter().map(|month| cell(month, false)).collect(),
            due: plain(due),
            paid: plain(paid),
            owed: plain(owed),
        });
    }
    let [due, paid, owed] = sums.whole;
    people.push(SheetLine {
        total: true,
        name: "合计".to_owned(),
        group: String::new(),
        months: sums.paid.iter().map(|sum| plain(*sum)).collect(),
        due: plain(due),
        paid: plain(paid),
        owed: plain(owed),
    });
    let context = Sheet {
        union: Named { name: union::store::union_record(connection)?.name },
        year,
        numbers: (1..=12).collect(),
        count: whole.people.len(),
        rows: people,
        day: today,
    };
    Filled::new("members/dues-sheet", of.to_owned(), sheet_title(year), Vec::new(), &context)
}
