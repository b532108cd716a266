//! The contribution that the employer owes the union (工会经费, 工会法 art. 43): payroll, due, paid, missing, month by month; what
//! comes back to this union by the share agreed with the upper one; the letter that asks for what is missing. The members' own
//! dues are `members::dues`'.

mod duties;
pub mod model;
mod months;
pub mod papers;
mod store;

pub use duties::duties;

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use ledger::{Fen, Tx};
use rusqlite::Connection;

use crate::Problem;
use crate::month::Month;
use crate::office;
use crate::typed::short;
use crate::union;
use model::{
    FeeDemand, FeeDemandId, FeeDemandInput, FeeMonth, FeePaymentId, FeePaymentInput, FeePayrollInput,
    FeeShareId, FeeShareInput, FeeWay, FeeYear, ToldPayrolls,
};
use months::{DAY, RATE, WHOLE, covered, is_told, months, sums};

/// The largest sum that is believed, in fen: more is a slip of the keys.
const LARGEST: i64 = 1_000_000_000_000;

/// A year of the contribution. `told` is what one is told of payrolls who may not read single wages, and none for others.
pub fn year(
    connection: &Connection,
    book: &LawBook,
    year: Option<i32>,
    today: NaiveDate,
    told: Option<&ToldPayrolls>,
) -> Result<FeeYear, Problem> {
    let year = year.unwrap_or(today.year());
    let place = union::store::place(connection)?;
    let (rate, rule) = book.quantity(RATE, &place, today)?;
    let (num, den) = rate.ratio().unwrap_or((0, 1));
    let all = months(connection, book, Month::of(today))?;
    let mut years: Vec<i32> = all.iter().map(|month| month.month.year()).rev().collect();
    years.dedup();
    let of_year = all.into_iter().filter(|month| month.month.year() == year);
    let months: Vec<FeeMonth> = of_year.map(|month| covered(month, told)).collect();
    let demands = store::demands(connection)?.into_iter().map(|(letter, written_on)| {
        let of = letter.id.map(|id| id.to_string()).unwrap_or_default();
        let issued = office::store::issues(connection, papers::DEMAND, &of)?;
        Ok::<_, Problem>(FeeDemand { letter, written_on, issued })
    });
    Ok(FeeYear {
        year,
        years,
        shares: store::shares(connection)?,
        rate: u32::try_from(WHOLE * i64::from(num) / i64::from(den.max(1))).unwrap_or_default(),
        rule,
        day_rule: book.applies(DAY, &place, today).map(|ruling| ruling.winner.reference()),
        sums: sums(&months),
        months,
        demands: demands.collect::<Result<_, _>>()?,
    })
}

/// Keeps from which month on the contribution is followed, and with which share.
///
/// Errors: `bad_input` at its field; `refused` at `from` where another holds from the same month; `not_found`.
pub fn save_share(tx: &Tx, input: &FeeShareInput) -> Result<FeeShareId, Problem> {
    if input.share.is_some_and(|share| i64::from(share) > WHOLE) {
        return Err(Problem::input("share", "回拨比例要在0到100%之间，请核对。"));
    }
    short("ground", input.ground.as_deref().unwrap_or_default(), 200)?;
    let standing = store::shares(tx)?;
    if input.id.is_some() && standing.iter().all(|one| one.id != input.id) {
        return Err(Problem::missing("条回拨比例"));
    }
    if standing.iter().any(|one| one.from == input.from && one.id != input.id) {
        let message = format!("{}起已经有一条，请改那一条，或者换一个月份。", input.from.words());
        return Err(Problem::new("refused", message).at("from"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::write_share(tx, id, input)?;
    Ok(id)
}

/// Puts one out of sight.
///
/// Errors: `not_found`.
pub fn remove_share(tx: &Tx, id: FeeShareId) -> Result<(), Problem> {
    store::remove_share(tx, id)
}

fn believed(field: &str, sum: Fen, least: i64) -> Result<(), Problem> {
    if (least..=LARGEST).contains(&sum.0) {
        return Ok(());
    }
    Err(Problem::input(field, "请填写金额，要大于0；超过一百亿元的请核对有没有多打几位。"))
}

/// Keeps the payroll of a month, or takes it back.
///
/// Errors: `bad_input` at its field.
pub fn save_payroll(tx: &Tx, input: &FeePayrollInput) -> Result<(), Problem> {
    if input.month > Month::of(tx.today()) {
        return Err(Problem::input("month", "这个月还没有到，工资总额请在发生以后登记。"));
    }
    if let Some(payroll) = input.payroll {
        believed("payroll", payroll, 1)?;
    }
    short("source", input.source.as_deref().unwrap_or_default(), 100)?;
    store::write_payroll(tx, input)
}

/// Keeps a sum that was paid or came back, new or changed. It is held against what is due and was paid, unless the month is not told
/// to whoever enters it: they would find the payroll by trying.
///
/// Errors: `bad_input` at its field; `not_found`.
pub fn save_payment(
    tx: &Tx,
    book: &LawBook,
    input: &FeePaymentInput,
    told: Option<&ToldPayrolls>,
) -> Result<FeePaymentId, Problem> {
    believed("amount", input.amount, 1)?;
    short("note", input.note.as_deref().unwrap_or_default(), 200)?;
    if input.paid_on > tx.today() {
        return Err(Problem::input("paidOn", "这一天还没有到，请在到账以后登记。"));
    }
    let standing = store::payments(tx)?;
    if input.id.is_some() && standing.iter().all(|one| one.id != input.id) {
        return Err(Problem::missing("笔经费"));
    }
    let of = |way: FeeWay| {
        let others =
            standing.iter().filter(|one| one.id != input.id && one.month == input.month && one.way == way);
        others.map(|one| one.amount.0).sum::<i64>()
    };
    let (paid, all) = (of(FeeWay::Paid), of(input.way).saturating_add(input.amount.0));
    let month = months(tx, book, input.month)?.into_iter().find(|one| one.month == input.month);
    let blind = month.as_ref().zip(told).is_some_and(|(month, told)| !is_told(month, told));
    let due = month.and_then(|month| month.due);
    match (input.way, due) {
        _ if blind => {}
        (FeeWay::Paid, Some(due)) if all > due.0 => {
            let message = format!(
                "{}应拨{due}元，加上这一笔就是{}元，多出来了；请核对金额，预拨的请登记到后面的月份，工资总额变了的先改工资总额。",
                input.month.words(),
                Fen(all)
            );
            return Err(Problem::input("amount", message));
        }
        (FeeWay::Returned, _) if all > paid => {
            let message = format!(
                "{}只收到拨缴{}元，回拨的不会比它多，请核对金额和月份。",
                input.month.words(),
                Fen(paid)
            );
            return Err(Problem::input("amount", message));
        }
        _ => {}
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::write_payment(tx, id, input)?;
    Ok(id)
}

/// Puts a sum out of sight that was entered by mistake.
///
/// Errors: `not_found`.
pub fn remove_payment(tx: &Tx, id: FeePaymentId) -> Result<(), Problem> {
    store::remove_payment(tx, id)
}

/// Keeps a letter that asks for what is missing, new or changed.
///
/// Errors: `bad_input` at its field; `refused` where nothing is missing in its months; `not_found`.
pub fn save_demand(tx: &Tx, book: &LawBook, input: &FeeDemandInput) -> Result<FeeDemandId, Problem> {
    for (field, text, most) in [
        ("addressee", Some(&input.addressee), 60),
        ("payTo", input.pay_to.as_ref(), 200),
        ("contact", input.contact.as_ref(), 60),
    ] {
        short(field, text.map(String::as_str).unwrap_or_default(), most)?;
    }
    if input.addressee.trim().is_empty() {
        return Err(Problem::input("addressee", "请写主送单位，就是要拨缴经费的单位。"));
    }
    if input.to < input.from {
        return Err(Problem::input("to", "最后一个月早于第一个月，请核对。"));
    }
    if input.to >= Month::of(tx.today()) {
        return Err(Problem::input("to", "只催已经过完的月份，请核对。"));
    }
    if let Some(id) = input.id {
        store::demand(tx, id)?;
    }
    if input.pay_by.is_some_and(|day| day < tx.today()) {
        return Err(Problem::input("payBy", "要求拨缴的日子已经过去，请写今天以后的一天。"));
    }
    if papers::asked(tx, book, input)?.is_empty() {
        let message = "这几个月的经费已经拨足，没有要催的；少了的，请先登记工资总额。";
        return Err(Problem::new("refused", message).at("from"));
    }
    let id = input.id.unwrap_or_else(|| tx.new_id());
    store::write_demand(tx, id, input)?;
    Ok(id)
}

/// Puts a letter out of sight that has not gone out.
///
/// Errors: `refused` for one that was issued; `not_found`.
pub fn remove_demand(tx: &Tx, id: FeeDemandId) -> Result<(), Problem> {
    if let Some(issue) = office::store::issues(tx, papers::DEMAND, &id.to_string())?.first() {
        let message = format!("这份催缴函已经印发，是{}，要留存，不能移除。", issue.number);
        return Err(Problem::new("refused", message));
    }
    store::remove_demand(tx, id)
}
