//! Dues as pages and sheets show them: a month of everybody, arrears by group, a year, the entries. Single sums are left out
//! for whoever may not see wages. So are sums of several by a rate, whatever they are over: somebody else is in a group, in a shop,
//! among the members or in an entry as soon as one who works here says so, and what a sum changes by then is one person's. To one
//! who may see wages and has not revealed them they are told over enough people.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;

use super::accounts::{self, Account, AccountMonth, Asked};
use super::model::{
    DuesArrears, DuesArrearsGroup, DuesEntry, DuesEntryId, DuesEntryPage, DuesEntryPerson, DuesEntryQuery,
    DuesKind, DuesMonth, DuesMonthPage, DuesMonthQuery, DuesOverview, DuesPerson, DuesPersonQuery, DuesScope,
    DuesState, RECEIPT,
};
use super::store::EntryHead;
use super::{rules, store, tariff};
use crate::Problem;
use crate::members::model::PersonId;
use crate::month::Month;
use crate::office;
use crate::search::sort_key;
use crate::union::model::Shown;

/// Members that a page names in a list of groups, or of one entry.
pub const NAMED: usize = 500;

/// How far a reader is told sums of dues that tell wages.
#[derive(Debug, Clone, Copy)]
pub struct DuesSight {
    /// How single wages are shown.
    pub wages: Shown,
    /// Of how many people a sum must be that is told while single ones are masked: the house rule of the figures of wages.
    pub least: u32,
}

impl DuesSight {
    /// Everything.
    pub const FULL: Self = DuesSight { wages: Shown::Full, least: 1 };
    /// No sum by a rate.
    pub const NONE: Self = DuesSight { wages: Shown::Never, least: u32::MAX };

    /// Whether single sums are told.
    fn seen(self) -> bool {
        self.wages == Shown::Full
    }

    /// Whether a sum of so many people is told, which tells wages or does not.
    fn tells(self, people: u32, wages: bool) -> bool {
        match self.wages {
            Shown::Full => true,
            Shown::Masked => !wages || people >= self.least,
            Shown::Never => !wages,
        }
    }
}

/// By what dues are reckoned, and of which years there is something to show.
pub fn overview(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    wages: Shown,
) -> Result<DuesOverview, Problem> {
    let month = Month::of(today);
    let begin = tariff::begin(connection)?.map(Month::year);
    let mut years = store::years(connection)?;
    years.extend(begin.map(|first| first.min(month.year())..=month.year()).into_iter().flatten());
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let open = !tells_wages(connection)?;
    Ok(DuesOverview {
        month,
        bases: store::bases(connection)?,
        law: tariff::law(connection, book, month)?,
        seen: open || wages == Shown::Full,
        sums: open || wages != Shown::Never,
        years,
    })
}

/// Whether any single sum of this union's dues tells a wage.
pub fn tells_wages(connection: &Connection) -> Result<bool, Problem> {
    Ok(store::bases(connection)?.iter().any(|basis| basis.kind != DuesKind::Flat))
}

/// Whether one ever told a wage, by a basis that holds or held or was put out of sight.
pub fn ever_told_wages(connection: &Connection) -> Result<bool, Problem> {
    let sql = "SELECT EXISTS (SELECT 1 FROM dues_basis WHERE kind <> ?1)";
    Ok(connection.prepare_cached(sql)?.query_row([DuesKind::Flat.code()], |row| row.get(0))?)
}

/// A month as it may be seen.
fn shown(month: &AccountMonth, seen: bool) -> DuesMonth {
    let may = seen || !month.tells;
    DuesMonth {
        month: month.month,
        state: month.state,
        due: month.due.filter(|_| may),
        paid: Some(month.paid).filter(|_| may),
    }
}

fn person<'m>(account: &Account, months: impl Iterator<Item = &'m AccountMonth>, seen: bool) -> DuesPerson {
    DuesPerson {
        id: account.person,
        name: account.name.clone(),
        shop: account.shop.clone(),
        group: account.group.clone(),
        state: account.state,
        base: account.base.filter(|_| seen),
        months: months.map(|month| shown(month, seen)).collect(),
    }
}

/// A sum with the number of people it is made of: over too few of them it would tell what one earns.
#[derive(Default)]
struct Sum {
    fen: i64,
    people: u32,
    tells: bool,
}

impl Sum {
    fn add(&mut self, part: i64, tells: bool) {
        if part != 0 {
            self.fen = self.fen.saturating_add(part);
            self.people += 1;
            self.tells |= tells;
        }
    }

    /// The sum, as far as it may be seen.
    fn shown(&self, sight: DuesSight) -> Option<Fen> {
        sight.tells(self.people, self.tells).then_some(Fen(self.fen))
    }
}

/// A slice of everybody's month, by name within the slice's order.
pub fn month_page(
    connection: &Connection,
    book: &LawBook,
    query: &DuesMonthQuery,
    sight: DuesSight,
) -> Result<DuesMonthPage, Problem> {
    let asked = Asked { scope: &query.scope, only: None, first: query.month, last: query.month };
    let mut page = DuesMonthPage {
        total: 0,
        open: 0,
        paid: 0,
        exempt: 0,
        without_base: 0,
        due_sum: None,
        paid_sum: None,
        rows: Vec::new(),
    };
    let (mut due, mut paid, mut all) = (Sum::default(), Sum::default(), Vec::new());
    accounts::each(connection, book, &asked, &mut |account| {
        let Some(month) = account.months.first() else { return Ok(()) };
        match month.state {
            DuesState::Paid => page.paid += 1,
            DuesState::Exempt => page.exempt += 1,
            DuesState::Unknown => page.without_base += 1,
            _ => {}
        }
        let owes = rules::owes(month.state);
        page.open += u32::from(owes);
        due.add(month.due.map_or(0, |due| due.0), month.tells);
        paid.add(month.paid.0, month.tells);
        if owes || query.open != Some(true) {
            page.total += 1;
            all.push((
                account.group.clone(),
                account.shop.clone(),
                person(&account, account.months.iter(), sight.seen()),
            ));
        }
        Ok(())
    })?;
    all.sort_by_cached_key(|(group, shop, one)| (group.clone(), shop.clone(), sort_key(&one.name)));
    let offset = usize::try_from(query.offset.unwrap_or(0)).unwrap_or(usize::MAX);
    let limit = usize::try_from(query.limit.unwrap_or(200).min(500)).unwrap_or(500);
    page.rows = all.into_iter().skip(offset).take(limit).map(|(.., person)| person).collect();
    page.due_sum = due.shown(sight);
    page.paid_sum = paid.shown(sight);
    Ok(page)
}

/// A year of one member, the months that have begun or are paid already.
///
/// Errors: `not_found` for one who has no month of dues in it.
pub fn person_year(
    connection: &Connection,
    book: &LawBook,
    query: &DuesPersonQuery,
    seen: bool,
) -> Result<DuesPerson, Problem> {
    let span = year_span(query.year)?;
    let account = accounts::of_person(connection, book, query.person, span)?;
    let account = account.ok_or_else(|| {
        let message = format!("这个人{}年没有要交会费的月份。", query.year);
        Problem::new("not_found", message)
    })?;
    Ok(person(&account, account.months.iter(), seen))
}

fn year_span(year: i32) -> Result<(Month, Month), Problem> {
    let month = |number| Month::new(year, number).ok_or_else(|| Problem::input("year", "请填四位数的年份。"));
    Ok((month(1)?, month(12)?))
}

/// Everyone's year (会费收缴年度表).
pub struct DuesYear {
    /// By group, shop and name.
    pub people: Vec<DuesPerson>,
    /// Money of people who were erased by law, month by month: the sums add up with it.
    pub erased: Vec<(Month, Fen)>,
}

/// Everyone's year.
///
/// Errors: `bad_input` for a year that is none.
pub fn of_year(connection: &Connection, book: &LawBook, year: i32, seen: bool) -> Result<DuesYear, Problem> {
    let (first, last) = year_span(year)?;
    let scope = DuesScope::default();
    let asked = Asked { scope: &scope, only: None, first, last };
    let mut all = Vec::new();
    accounts::each(connection, book, &asked, &mut |account| {
        all.push(person(&account, account.months.iter(), seen));
        Ok(())
    })?;
    all.sort_by_cached_key(|one| (one.group.clone(), one.shop.clone(), sort_key(&one.name)));
    Ok(DuesYear { people: all, erased: store::erased(connection, first, last)? })
}

/// Everybody's arrears up to the last month that has ended, by group; `most` members are named, for a page `NAMED`.
pub fn arrears(
    connection: &Connection,
    book: &LawBook,
    today: NaiveDate,
    sight: DuesSight,
    most: usize,
) -> Result<DuesArrears, Problem> {
    let mut whole = DuesArrears { people: 0, months: 0, sum: None, groups: Vec::new() };
    let Some((first, this)) = accounts::whole_span(connection, today)? else { return Ok(whole) };
    let scope = DuesScope::default();
    let asked = Asked { scope: &scope, only: None, first, last: this.plus(-1) };
    let mut groups: BTreeMap<(bool, String), (DuesArrearsGroup, Sum)> = BTreeMap::new();
    let mut total = Sum::default();
    let mut named = 0;
    accounts::each(connection, book, &asked, &mut |account| {
        let owed: Vec<&AccountMonth> =
            account.months.iter().filter(|month| rules::owes(month.state)).collect();
        if owed.is_empty() {
            return Ok(());
        }
        let name = account.group.clone().unwrap_or_default();
        let fresh = || {
            let group = DuesArrearsGroup {
                group: name.clone(),
                people: 0,
                months: 0,
                sum: None,
                members: Vec::new(),
            };
            (group, Sum::default())
        };
        let (group, sum) = groups.entry((name.is_empty(), name.clone())).or_insert_with(fresh);
        group.people += 1;
        group.months += u32::try_from(owed.len()).unwrap_or(u32::MAX);
        let owing: i64 = owed.iter().filter_map(|month| month.owed()).map(|owed| owed.0).sum();
        let tells = owed.iter().any(|month| month.tells);
        sum.add(owing, tells);
        total.add(owing, tells);
        if named < most {
            named += 1;
            group.members.push(person(&account, owed.into_iter(), sight.seen()));
        }
        Ok(())
    })?;
    for (mut group, sum) in groups.into_values() {
        group.sum = sum.shown(sight);
        group.members.sort_by_cached_key(|one| (one.shop.clone(), sort_key(&one.name)));
        whole.people += group.people;
        whole.months += group.months;
        whole.groups.push(group);
    }
    whole.sum = total.shown(sight);
    Ok(whole)
}

/// A slice of the entries.
pub fn entries(
    connection: &Connection,
    query: &DuesEntryQuery,
    sight: DuesSight,
) -> Result<DuesEntryPage, Problem> {
    let slice = (query.limit.unwrap_or(50).min(200), query.offset.unwrap_or(0));
    let (total, heads) = store::entries(connection, query.year, query.person, slice)?;
    let wages = tells_wages(connection)?;
    let rows =
        heads.into_iter().map(|head| told(connection, head, sight, wages)).collect::<Result<_, _>>()?;
    Ok(DuesEntryPage { total, rows })
}

/// One entry.
///
/// Errors: `not_found`.
pub fn entry(connection: &Connection, id: DuesEntryId, sight: DuesSight) -> Result<DuesEntry, Problem> {
    told(connection, store::entry(connection, id)?, sight, tells_wages(connection)?)
}

/// Every member of an entry with what they paid by it.
pub(super) fn named_all(connection: &Connection, id: DuesEntryId) -> Result<Vec<DuesEntryPerson>, Problem> {
    let mut members: Vec<DuesEntryPerson> = Vec::new();
    let mut whose: Option<String> = None;
    for one in store::payments(connection, id)? {
        match members.last_mut().filter(|_| whose == one.whose) {
            Some(last) => {
                last.months.push(one.month);
                last.amount = last.amount.and_then(|was| was.checked_add(one.amount));
            }
            None => members.push(DuesEntryPerson {
                person: one.person,
                name: one.name.unwrap_or_else(|| "（已清除）".to_owned()),
                months: vec![one.month],
                amount: Some(one.amount),
            }),
        }
        whose = one.whose;
    }
    Ok(members)
}

fn sum(members: &[DuesEntryPerson]) -> i64 {
    members.iter().filter_map(|one| one.amount).map(|amount| amount.0).sum()
}

/// An entry as it may be seen; `wages` says whether sums of dues tell any.
fn told(
    connection: &Connection,
    head: EntryHead,
    sight: DuesSight,
    wages: bool,
) -> Result<DuesEntry, Problem> {
    let mut members = named_all(connection, head.id)?;
    let people = u32::try_from(members.len()).unwrap_or(u32::MAX);
    let amount = sum(&members);
    let mut months: Vec<Month> = members.iter().flat_map(|one| one.months.iter().copied()).collect();
    months.sort_unstable();
    months.dedup();
    if wages && !sight.seen() {
        members.iter_mut().for_each(|one| one.amount = None);
    }
    members.truncate(NAMED);
    let mut answered = 0;
    for answer in store::answers(connection, head.id)? {
        answered += sum(&named_all(connection, answer)?);
    }
    Ok(DuesEntry {
        id: head.id,
        paid_on: head.paid_on,
        payer: head.payer,
        note: head.note,
        people,
        months,
        amount: Some(Fen(amount)).filter(|_| sight.tells(people, wages)),
        reverses: head.reverses,
        reversed: answered != 0 && answered == -amount,
        members,
        receipts: office::store::issues(connection, RECEIPT, &head.id.to_string())?,
    })
}

/// The money of people who were erased as twelve months.
pub fn erased_months(year: i32, erased: &[(Month, Fen)]) -> Vec<DuesMonth> {
    let month = |number| {
        let month = Month::new(year, number)?;
        let paid = erased.iter().find(|(of, _)| *of == month).map_or(Fen(0), |(_, paid)| *paid);
        let state = if paid.0 == 0 { DuesState::None } else { DuesState::Paid };
        Some(DuesMonth { month, state, due: None, paid: Some(paid) })
    };
    (1..=12).filter_map(month).collect()
}

/// Whose sums an entry shows.
pub(super) fn people_of(connection: &Connection, id: DuesEntryId) -> Result<Vec<PersonId>, Problem> {
    let mut people: Vec<_> =
        store::payments(connection, id)?.into_iter().filter_map(|one| one.person).collect();
    people.dedup();
    Ok(people)
}
