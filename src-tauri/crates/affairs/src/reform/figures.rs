//! The figures that the ledger itself has for an article in a year, never typed: the tables of the yearly report that answer it, and
//! what is counted here of training, honours and recuperation. Like the report, this only reads what other modules keep; an article
//! that no module answers has no figures.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, ToSql};

use super::model::{ReformFigure, ReformFigures};
use crate::Problem;
use crate::report;
use crate::report::model::{YearFigure, YearTable};

/// The tables of the yearly report that answer an article, by their ids.
const TABLES: &[(u8, &[&str])] = &[
    (12, &["grades"]),
    (14, &["offers", "talks", "undertakings", "contracts"]),
    (15, &["supervision", "appeals", "dismissals", "mediation"]),
    (16, &["safety"]),
    (17, &["platform"]),
];

/// A figure's name and unit.
type Named = (&'static str, &'static str);

/// What is counted here: the article, the head, how it is counted, the figures, and the query of their counts over a year and its
/// last day that counts.
struct Counts {
    article: u8,
    title: &'static str,
    counted: &'static str,
    names: &'static [Named],
    sql: &'static str,
}

const COUNTS: &[Counts] = &[
    Counts {
        article: 9,
        title: "职工培训",
        counted: "按电子档案里登记的培训，以培训日期计入当年；没有登记学时的，学时不计。",
        names: &[("参加培训", "人"), ("培训", "人次"), ("培训学时", "学时")],
        sql: "SELECT count(DISTINCT t.person_id), count(*), sum(t.hours) FROM live_training t
          JOIN live_person p ON p.id = t.person_id WHERE substr(t.trained_on, 1, 4) = ?1 AND t.trained_on <= ?2",
    },
    Counts {
        article: 16,
        title: "疗休养",
        counted: "按疗休养批次，以开始日期计入当年，一人去一次计一人次。",
        names: &[("疗休养", "人次"), ("其中一线职工", "人次")],
        sql: "SELECT count(*), sum(r.front_line) FROM live_recuperation_place r
          JOIN live_recuperation_batch b ON b.id = r.batch_id WHERE substr(b.from_on, 1, 4) = ?1 AND b.from_on <= ?2",
    },
    Counts {
        article: 22,
        title: "荣誉",
        counted: "按电子档案里登记的荣誉，以授予年份计入当年。",
        names: &[("获得荣誉", "项"), ("劳动模范", "项"), ("五一劳动奖章", "项"), ("工匠", "项"), ("其中女职工", "项")],
        sql: "SELECT count(*), count(CASE WHEN h.kind = 'model_worker' THEN 1 END),
            count(CASE WHEN h.kind = 'may_day_medal' THEN 1 END), count(CASE WHEN h.kind = 'craftsman' THEN 1 END),
            count(CASE WHEN p.sex = 'female' THEN 1 END)
          FROM live_honour h JOIN live_person p ON p.id = h.person_id
          WHERE h.year = CAST(?1 AS INTEGER)",
    },
];

fn of_report(figure: YearFigure) -> ReformFigure {
    ReformFigure { name: figure.name, unit: figure.unit, value: figure.now.text, why: figure.now.why }
}

fn of_table(table: YearTable) -> ReformFigures {
    ReformFigures {
        title: table.title,
        counted: table.counted,
        figures: table.figures.into_iter().map(of_report).collect(),
    }
}

/// What is counted here; none where all of it is nothing, for that tells of a field that is not led.
fn counted(
    connection: &Connection,
    of: &Counts,
    year: i32,
    end: NaiveDate,
) -> Result<Option<ReformFigures>, Problem> {
    let mut statement = connection.prepare_cached(of.sql)?;
    let year = year.to_string();
    // What is entered by its year alone asks for no day.
    let given: [&dyn ToSql; 2] = [&year, &end];
    let given = given.get(..statement.parameter_count()).unwrap_or(&given);
    let values: Vec<u32> = statement.query_row(given, |row| {
        let count = |at: usize| row.get::<_, Option<u32>>(at).map(Option::unwrap_or_default);
        (0..of.names.len()).map(count).collect()
    })?;
    if values.iter().all(|value| *value == 0) {
        return Ok(None);
    }
    let figure = |((name, unit), value): (&Named, u32)| ReformFigure {
        name: (*name).to_owned(),
        unit: (*unit).to_owned(),
        value: value.to_string(),
        why: None,
    };
    Ok(Some(ReformFigures {
        title: of.title.to_owned(),
        counted: of.counted.to_owned(),
        figures: of.names.iter().zip(values).map(figure).collect(),
    }))
}

/// The figures of these articles in a year, each group with its article, in their order. A year that has not begun has none.
pub(super) fn of(
    connection: &Connection,
    articles: &[u8],
    year: i32,
    today: NaiveDate,
) -> Result<Vec<(u8, ReformFigures)>, Problem> {
    if year > today.year() {
        return Ok(Vec::new());
    }
    let end = NaiveDate::from_ymd_opt(year, 12, 31).map_or(today, |last| last.min(today));
    let mut groups = Vec::new();
    if TABLES.iter().any(|(article, _)| articles.contains(article)) {
        for table in report::year(connection, year, today)?.tables {
            let of = TABLES.iter().find(|(_, ids)| ids.contains(&table.id.as_str()));
            if let Some((article, _)) = of.filter(|(article, _)| articles.contains(article)) {
                groups.push((*article, of_table(table)));
            }
        }
    }
    for one in COUNTS.iter().filter(|one| articles.contains(&one.article)) {
        groups.extend(counted(connection, one, year, end)?.map(|group| (one.article, group)));
    }
    groups.sort_by_key(|(article, _)| *article);
    Ok(groups)
}
