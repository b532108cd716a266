//! What the pages of annual leave show: everyone of a year, one person's year; the year as a whole is `summary`'s. Nothing is decided
//! here that `rules` does not decide.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use law::LawBook;
use rusqlite::Connection;

use super::model::{
    LeaveBar, LeaveKind, LeaveLine, LeaveOfPerson, LeavePay, LeavePeriod, LeaveYearId, LeaveYearInput,
};
use super::place;
use super::rules::{self, Bar, Days, Due, Facts, LeaveLaw};
use super::store::people::{self, Worker};
use super::store::{bars, pays, periods, schedules, years};
use crate::Problem;
use crate::members::model::PersonId;
use crate::union::model::Shown;

/// One person of a year with what the list orders and filters by.
#[derive(Debug, Clone)]
pub struct LeaveRow {
    /// As the list shows it.
    pub line: LeaveLine,
    /// By which names are ordered.
    pub sort: String,
    /// Whether they left in the year.
    pub leaving: bool,
    /// Whether they are known to have a day due.
    pub entitled: bool,
    /// Whether days of theirs are carried over without their consent.
    pub without_consent: bool,
}

/// Everything that a year's leave is read from, once for everybody.
struct Read {
    law: LeaveLaw,
    workers: Vec<Worker>,
    sums: HashMap<PersonId, [u32; 2]>,
    facts: HashMap<PersonId, (LeaveYearId, LeaveYearInput)>,
    last_facts: HashMap<PersonId, (LeaveYearId, LeaveYearInput)>,
    bars: HashMap<PersonId, Vec<Bar>>,
    last_bars: HashMap<PersonId, Vec<Bar>>,
    took_last: HashSet<PersonId>,
    paid: HashMap<PersonId, u32>,
    crossing: Option<super::model::LeaveCrossing>,
    extra: u32,
    year: i32,
}

/// The day whose law judges a year: today in the present one, the last of a year that is over, the first of one to come.
pub(super) fn judged_on(year: i32, today: NaiveDate) -> NaiveDate {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    today.clamp(day(1, 1), day(12, 31))
}

/// The law of a year at the union's place.
pub(super) fn law_of(
    connection: &Connection,
    book: &LawBook,
    year: i32,
    today: NaiveDate,
) -> Result<LeaveLaw, Problem> {
    LeaveLaw::of(book, &place(connection)?, judged_on(year, today))
}

impl Read {
    fn of(
        connection: &Connection,
        book: &LawBook,
        year: i32,
        today: NaiveDate,
        one: Option<PersonId>,
    ) -> Result<Self, Problem> {
        let days = Days::of(book.calendar(), year);
        let plain = |year| -> Result<HashMap<PersonId, Vec<Bar>>, Problem> {
            let all = bars::of_year(connection, year, one)?;
            let bar = |input: super::model::LeaveBarInput| Bar { kind: input.kind, amount: input.amount };
            Ok(all.into_iter().map(|(who, all)| (who, all.into_iter().map(bar).collect())).collect())
        };
        let paid = pays::of_year(connection, year, one)?;
        let schedule = schedules::of_year(connection, year)?;
        Ok(Read {
            law: law_of(connection, book, year, today)?,
            workers: people::of_year(connection, year, one)?,
            sums: periods::sums(connection, year, &days, one)?,
            facts: years::of_year(connection, year, one)?,
            last_facts: years::of_year(connection, year - 1, one)?,
            bars: plain(year)?,
            last_bars: plain(year - 1)?,
            took_last: periods::took(connection, year - 1)?,
            paid: paid
                .into_iter()
                .filter(|(_, (_, pay))| pay.paid_on.is_some())
                .map(|(who, (_, pay))| (who, pay.halves))
                .collect(),
            crossing: schedules::crossing(connection, year)?,
            extra: schedule.and_then(|(_, one)| one.extra_days).unwrap_or_default(),
            year,
        })
    }

    fn facts<'a>(&'a self, worker: &Worker) -> Facts<'a> {
        let id = worker.id;
        let known = self.facts.get(&id).map(|(_, one)| one);
        let bars = |all: &'a HashMap<PersonId, Vec<Bar>>| all.get(&id).map_or(&[][..], Vec::as_slice);
        Facts {
            year: self.year,
            service: worker.service,
            own: known.and_then(|one| one.own_days),
            extra: self.extra,
            before: known.and_then(|one| one.worked_before),
            crossing: self.crossing,
            bars: bars(&self.bars),
            last_bars: bars(&self.last_bars),
            taken: self.sums.get(&id).map_or(0, |sum| sum[0])
                + known.and_then(|one| one.opening).unwrap_or_default(),
            taken_last: self.took_last.contains(&id),
        }
    }

    fn row(&self, worker: &Worker) -> (LeaveRow, Due) {
        let due = rules::due(&self.law, &self.facts(worker));
        let [dated, planned] = self.sums.get(&worker.id).copied().unwrap_or_default();
        let known = self.facts.get(&worker.id).map(|(_, one)| one);
        let taken = dated + known.and_then(|one| one.opening).unwrap_or_default();
        let brought = self.last_facts.get(&worker.id).and_then(|(_, one)| one.carried).unwrap_or_default();
        let carried = known.and_then(|one| one.carried).unwrap_or_default();
        let waived = known.and_then(|one| one.waived).unwrap_or_default();
        let paid = self.paid.get(&worker.id).copied().unwrap_or_default();
        let left = match (due.days, &due.exact) {
            (Some(_), Some(exact)) => Some(exact.left(self.year, taken + carried + waived + paid)),
            _ => None,
        };
        let line = LeaveLine {
            id: worker.id,
            name: worker.name.clone(),
            shop: worker.shop.clone(),
            work_number: worker.work_number.clone(),
            started_on: worker.started_on.clone(),
            hired_on: worker.hired_on.clone(),
            due: due.days,
            least: due.least,
            lacks: due.lacks.clone(),
            taken,
            planned,
            brought,
            carried,
            waived,
            paid,
            left,
        };
        let row = LeaveRow {
            entitled: due.days.or(due.least).is_some_and(|days| days > 0),
            line,
            sort: worker.sort.clone(),
            leaving: worker.service.left.is_some(),
            without_consent: carried > 0 && known.is_some_and(|one| one.carry_consent_on.is_none()),
        };
        (row, due)
    }
}

/// Everyone of a year, ordered by name.
pub fn rows(
    connection: &Connection,
    book: &LawBook,
    year: i32,
    today: NaiveDate,
) -> Result<Vec<LeaveRow>, Problem> {
    let read = Read::of(connection, book, year, today, None)?;
    let mut rows: Vec<LeaveRow> = read.workers.iter().map(|worker| read.row(worker).0).collect();
    rows.sort_by(|a, b| (&a.sort, a.line.id).cmp(&(&b.sort, b.line.id)));
    Ok(rows)
}

/// What a page may show of one person: reasons of 条例第四条 and wages by right.
#[derive(Debug, Clone, Copy)]
pub struct May {
    /// How reasons are shown.
    pub health: Shown,
    /// How wages are shown.
    pub wages: Shown,
}

/// One person's year.
///
/// Errors: `not_found` for one who does not work here in the year.
pub fn person(
    connection: &Connection,
    book: &LawBook,
    (who, year): (PersonId, i32),
    today: NaiveDate,
    may: May,
) -> Result<LeaveOfPerson, Problem> {
    let read = Read::of(connection, book, year, today, Some(who))?;
    let worker = read.workers.first().ok_or_else(|| Problem::missing("个人的年休假"))?;
    let facts = read.facts(worker);
    let (row, due) = read.row(worker);
    let calendar = book.calendar();
    let reasons = may.health == Shown::Full;
    // Why someone gave days up, and what was noted, is told as health is.
    let covered = |record: LeaveYearInput| {
        if reasons { record } else { LeaveYearInput { waived_reason: None, note: None, ..record } }
    };
    let period = |record: super::model::LeavePeriodInput| -> Option<LeavePeriod> {
        let (halves, counted) = rules::counted(calendar, record.from, record.to, record.halves);
        let note = record.note.filter(|_| reasons);
        let record = super::model::LeavePeriodInput { note, ..record };
        Some(LeavePeriod { id: record.id?, record, halves, counted })
    };
    let entered = bars::of_year(connection, year, Some(who))?.remove(&who).unwrap_or_default();
    let bar = |record: super::model::LeaveBarInput| -> Option<LeaveBar> {
        let one = Bar { kind: record.kind, amount: record.amount };
        let by = due.exact.as_ref().and_then(|exact| exact.barred).is_some_and(|(found, _)| found == one);
        let rule = by.then(|| read.law.of_bar(one.kind).cloned()).flatten();
        Some(LeaveBar { id: record.id?, record, verdict: rules::verdict(&read.law, &due, one), rule })
    };
    let pay = pays::of_year(connection, year, Some(who))?.remove(&who);
    let shown = may.wages == Shown::Full;
    let mut told = vec![read.law.days.1.clone()];
    if due.exact.as_ref().is_some_and(|exact| exact.num != u64::from(exact.bands.1) * exact.den) {
        told.push(read.law.joiner.1.clone());
        told.extend(row.leaving.then(|| read.law.leaver.1.clone()));
    }
    Ok(LeaveOfPerson {
        year,
        form: worker.form,
        sentences: rules::sentences(&read.law, &facts, &due, reasons),
        both: due.both.map(|(year, ratio)| [year, ratio]),
        rules: told,
        record: read.facts.get(&who).map(|(_, one)| covered(one.clone())),
        record_id: read.facts.get(&who).map(|(id, _)| *id),
        periods: periods::of_person(connection, who, Some(year))?.into_iter().filter_map(period).collect(),
        bars_shown: may.health,
        bars: reasons.then(|| entered.into_iter().filter_map(bar).collect()),
        pay_shown: may.wages,
        pay_done: pay.as_ref().is_some_and(|(_, one)| one.paid_on.is_some()),
        pay: pay.filter(|_| shown).map(|(id, record)| {
            let figures = rules::pay(&read.law, &record);
            LeavePay {
                id,
                record,
                daily: figures.daily,
                due: figures.due,
                extra: figures.extra,
                sentence: figures.sentence,
            }
        }),
        line: row.line,
    })
}

/// The planned periods of a year that are not over, as a sheet says them: 8月3日至8月7日.
pub(super) fn span_words(from: NaiveDate, to: NaiveDate) -> String {
    let day = |day: NaiveDate| format!("{}月{}日", day.month(), day.day());
    if from == to { day(from) } else { format!("{}至{}", day(from), day(to)) }
}

/// One person's year as papers say it.
pub(super) struct OfPaper {
    /// As the list shows it.
    pub row: LeaveRow,
    /// How the days were found.
    pub sentences: Vec<String>,
}

/// One person's year for a paper; without the reasons of 条例第四条.
pub(super) fn of_paper(
    connection: &Connection,
    book: &LawBook,
    (who, year): (PersonId, i32),
    today: NaiveDate,
) -> Result<(OfPaper, LeaveLaw), Problem> {
    let read = Read::of(connection, book, year, today, Some(who))?;
    let worker = read.workers.first().cloned().ok_or_else(|| Problem::missing("个人的年休假"))?;
    let (row, due) = read.row(&worker);
    let sentences = rules::sentences(&read.law, &read.facts(&worker), &due, false);
    Ok((OfPaper { row, sentences }, read.law))
}

/// The words of the planned and the taken periods of everybody, by person.
pub(super) fn periods_in_words(
    connection: &Connection,
    year: i32,
) -> Result<HashMap<PersonId, String>, Problem> {
    let all = periods::planned(connection, year)?;
    let words = |periods: Vec<super::model::LeavePeriodInput>| {
        let said: Vec<String> = periods
            .iter()
            .map(|one| {
                let taken = if one.kind == LeaveKind::Taken { "（已休）" } else { "" };
                let next = if one.from.year() > one.year { "次年" } else { "" };
                format!("{next}{}{taken}", span_words(one.from, one.to))
            })
            .collect();
        said.join("；")
    };
    Ok(all.into_iter().map(|(who, periods)| (who, words(periods))).collect())
}
