//! Lines pasted from a sheet, matched with the roster: who it is, for which months, how much. What cannot be kept says why,
//! what looks wrong is asked. How a line is taken apart is `cells`'.

mod cells;

use std::collections::HashMap;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;

use super::model::{DuesLineRead, DuesLines, DuesLinesOf};
use super::{DIFFERS, LARGEST_WAGE, accounts, differs, owed_for, rules, store};
use crate::Problem;
use crate::members::joining::store::{holder, of_name};
use crate::members::model::PersonId;
use crate::members::roster::{id_number, names};
use crate::members::store as people;
use crate::month::Month;
use crate::union::model::Shown;
use cells::Cells;

/// Lines that are read at once.
const AT_MOST: usize = 5_000;

/// What may be seen of those whom the lines name.
#[derive(Debug, Clone, Copy)]
pub struct LinesSight {
    /// 证件号码.
    pub identity: Shown,
    /// Whether single sums are shown.
    pub sums: bool,
    /// Whether wages may not be read at all.
    pub blind: bool,
}

/// Reads lines; nothing is kept.
pub fn read(
    connection: &Connection,
    book: &LawBook,
    input: &DuesLines,
    today: NaiveDate,
    sight: LinesSight,
) -> Result<Vec<DuesLineRead>, Problem> {
    let fallback = input.month.unwrap_or(Month::of(today));
    let mut all: Vec<DuesLineRead> = Vec::new();
    // Where a sum differs from what is owed, for a reader without wages.
    let mut differing: Vec<usize> = Vec::new();
    for cells in cells::read(&input.text, fallback).into_iter().take(AT_MOST) {
        let mut line = DuesLineRead {
            line: cells.line,
            person: None,
            name: cells.name.clone(),
            months: cells.months.clone(),
            amount: cells.amount,
            doubt: None,
            trouble: cells.trouble.map(str::to_owned),
        };
        if line.trouble.is_none() {
            match who(connection, &cells, today, sight.identity)? {
                Ok((person, name)) => {
                    line.person = Some(person);
                    line.name = name;
                    match input.of {
                        DuesLinesOf::Payments => {
                            if payment(connection, book, &mut line, input.month, sight)? {
                                differing.push(all.len());
                            }
                        }
                        DuesLinesOf::Bases => wage(&mut line),
                    }
                }
                Err(why) => line.trouble = Some(why),
            }
        }
        let twice = all.iter().find(|before| {
            before.person.is_some()
                && before.person == line.person
                && (input.of == DuesLinesOf::Bases
                    || before.months.iter().any(|month| line.months.contains(month)))
        });
        if let Some(before) = twice
            && line.trouble.is_none()
        {
            line.trouble = Some(format!("第{}行已经有这个人，请去掉一行。", before.line));
        }
        all.push(line);
    }
    let mut lines_of: HashMap<PersonId, u32> = HashMap::new();
    for person in all.iter().filter_map(|line| line.person) {
        *lines_of.entry(person).or_default() += 1;
    }
    // Of one who stands on several lines it is told when it is kept, of one sum at a time: as many as fit on a sheet would tell the
    // wage in one reading.
    let once = |line: &DuesLineRead| line.person.is_some_and(|person| lines_of.get(&person) == Some(&1));
    for at in differing {
        if let Some(line) = all.get_mut(at).filter(|line| once(line)) {
            line.trouble = Some(DIFFERS.to_owned());
        }
    }
    Ok(all)
}

/// Who a line is about, or why that is not sure.
fn who(
    connection: &Connection,
    cells: &Cells,
    today: NaiveDate,
    identity: Shown,
) -> Result<Result<(PersonId, String), String>, Problem> {
    let by_id = match &cells.id_number {
        Some(typed) => match id_number::parse(typed, today) {
            Ok(parsed) => {
                holder(connection, &cells.name, &parsed.number, identity)?.map(|person| vec![person])
            }
            Err(_) => return Ok(Err("证件号码不对，请对照证件核对。".to_owned())),
        },
        None => None,
    };
    let found = match (by_id, &cells.number) {
        (Some(found), _) => found,
        (None, Some(number)) => store::of_number(connection, number)?,
        (None, None) if cells.id_number.is_some() => Vec::new(),
        (None, None) if cells.name.is_empty() => return Ok(Err("没有姓名，也没有号码。".to_owned())),
        (None, None) => of_name(connection, &names::key(&cells.name))?,
    };
    let person = match found.as_slice() {
        [person] => *person,
        [] => return Ok(Err("花名册里没有这个人，请核对姓名和号码。".to_owned())),
        several => {
            let message = format!("花名册里有{}个人对得上，请写上会员号或者证件号码。", several.len());
            return Ok(Err(message));
        }
    };
    let row = people::person(connection, person)?;
    if !cells.name.is_empty() && names::key(&cells.name) != row.name_key {
        return Ok(Err(match identity {
            Shown::Never => "号码登记在别人名下，请有权查看的人核对。".to_owned(),
            _ => format!("号码登记在{}名下，与姓名不符，请核对。", row.name),
        }));
    }
    Ok(Ok((person, row.name)))
}

/// For which months a line pays, and what is wrong with it. Whether its sum differs from what is owed, to one who may not read wages:
/// of such a sum nothing more is said.
fn payment(
    connection: &Connection,
    book: &LawBook,
    line: &mut DuesLineRead,
    month: Option<Month>,
    sight: LinesSight,
) -> Result<bool, Problem> {
    if line.months.is_empty() {
        line.months.extend(month);
    }
    line.months.sort_unstable();
    line.months.dedup();
    let (Some(person), Some(first), Some(last)) = (line.person, line.months.first(), line.months.last())
    else {
        line.trouble = Some("没有写是哪个月的会费，请在上面选月份，或者加一列月份。".to_owned());
        return Ok(false);
    };
    let account = accounts::of_person(connection, book, person, (*first, *last))?;
    let mut owed = Vec::new();
    for month in &line.months {
        match owed_for(account.as_ref(), *month) {
            Ok(one) => owed.push(one),
            Err(why) => {
                line.trouble = Some(why.message);
                return Ok(false);
            }
        }
    }
    let whole: Option<Vec<Fen>> = owed.iter().copied().collect();
    if sight.blind && differs(account.as_ref(), &line.months, line.amount, whole.as_deref()) {
        return Ok(true);
    }
    let due: Option<i64> = owed.iter().map(|one| one.map(|owed| owed.0)).sum();
    match (line.amount, due) {
        (None, None) => line.trouble = Some("没有金额，也没有登记工资基数，算不出应交多少。".to_owned()),
        (None, Some(_)) => {}
        (Some(amount), due) => match rules::spread(amount, &owed) {
            Err(why) if due.is_none_or(|due| !sight.sums || due <= 0) => line.trouble = Some(why.message),
            Err(why) => {
                let should = Fen(due.unwrap_or_default());
                line.trouble = Some(format!("应交{should}元。{}", why.message));
            }
            Ok(_) if due.is_some_and(|due| due != amount.0) => {
                let should = due.filter(|_| sight.sums).map(|due| format!("（应交{}元）", Fen(due)));
                line.doubt =
                    Some(format!("比应交的少{}，只算交了一部分，请核对。", should.unwrap_or_default()));
            }
            Ok(_) => {}
        },
    }
    Ok(false)
}

fn wage(line: &mut DuesLineRead) {
    line.months.clear();
    match line.amount {
        None => line.trouble = Some("没有工资金额。".to_owned()),
        Some(base) if !(0..=LARGEST_WAGE).contains(&base.0) => {
            line.trouble = Some("月工资要在0到100万元之间，请核对有没有多打一位。".to_owned());
        }
        // So little is no wage of a month: the dues were pasted for the wages.
        Some(base) if base.0 < 10_000 => {
            line.doubt = Some("不到100元，像是会费而不是月工资，请核对。".to_owned());
        }
        Some(_) => {}
    }
}
