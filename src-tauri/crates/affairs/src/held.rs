//! Every row of the ledger that names a person, for the copy of their own data: on which part of the copy what a table
//! says is found, and the rows that have no part of their own, put into words. A test reads the schema and fails at a
//! table that names people and is not declared here. How the copy looks is its template's.

use std::collections::HashMap;

use law::LawBook;
use ledger::Fen;
use rusqlite::Connection;
use serde_json::Value;

use crate::Problem;
use crate::fields::{self, Row, Teller, json};
use crate::members::model::PersonId;
use crate::members::papers::{Held, HeldLine};
use crate::union::model::{Shown, Sight};

/// Where what a table says of a person is found on the copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// In a part of its own, under this heading.
    Part(&'static str),
    /// Row by row.
    Rows,
    /// Row by row, for whoever may read single wages.
    Wages,
    /// Row by row, for whoever may read health.
    Health,
    /// Nowhere, and the copy says why.
    LeftOut(&'static str),
}
use Found::{Health, LeftOut, Part, Rows, Wages};

const AFFAIRS: Found = Part("在其他事项中");
const DOSSIER: Found = Part("电子档案");

/// Every column that names a person: the table, the column, of which rows, and where they are found.
pub const FOUND: &[(&str, &str, &str, Found)] = &[
    ("person_identity", "id", "1", Part("登记的信息")),
    ("employment", "person_id", "1", Part("用工情况")),
    ("membership_event", "person_id", "1", Part("会籍")),
    ("consent", "person_id", "1", Part("同意记录")),
    ("labour_contract", "person_id", "1", DOSSIER),
    ("certificate", "person_id", "1", DOSSIER),
    ("training", "person_id", "1", DOSSIER),
    ("honour", "person_id", "1", DOSSIER),
    ("health_exam", "person_id", "1", DOSSIER),
    ("attachment", "of_id", "of_kind = 'person'", Part("附件")),
    ("committee_attendance", "person_id", "1", AFFAIRS),
    ("dismissal", "person_id", "1", AFFAIRS),
    ("mediation_case", "person_id", "1", AFFAIRS),
    ("negotiation_representative", "person_id", "1", AFFAIRS),
    ("supervision_inspector", "person_id", "1", AFFAIRS),
    ("union_group", "leader_id", "1", AFFAIRS),
    ("union_group_person", "person_id", "1", AFFAIRS),
    ("member_number", "person_id", "1", Rows),
    ("application", "person_id", "1", Rows),
    ("expulsion", "person_id", "1", Rows),
    ("decision_use", "of_id", "act = 'expulsion'", Rows),
    ("person_tag", "person_id", "1", Rows),
    ("dues_base", "person_id", "1", Wages),
    ("dues_payment", "person_id", "1", Wages),
    ("dues_talk", "person_id", "1", Rows),
    ("pay_line", "person_id", "1", Wages),
    ("union_seat", "person_id", "1", Rows),
    ("members_delegate", "person_id", "1", Rows),
    ("congress_delegate", "person_id", "1", Rows),
    ("election_candidate", "person_id", "1", Rows),
    ("election_vote", "person_id", "1", Rows),
    ("mediator", "person_id", "1", Rows),
    ("appeal_person", "person_id", "1", Rows),
    ("platform_work", "person_id", "1", Rows),
    ("platform_referral", "person_id", "1", Rows),
    ("injury_help", "person_id", "1", Health),
    ("leave_period", "person_id", "1", Rows),
    ("leave_year", "person_id", "1", Rows),
    ("leave_bar", "person_id", "1", Health),
    ("leave_pay", "person_id", "1", Wages),
    ("recuperation_place", "person_id", "1", Rows),
    ("hardship_file", "person_id", "1", Health),
    ("member_aid", "person_id", "1", Health),
    ("form_filling", "of_id", "1", Rows),
    ("paper", "of_id", "1", Rows),
    ("import_row", "person_id", "1", Rows),
    ("person_merge", "kept_id", "1", Rows),
    ("person_merge", "gone_id", "1", LeftOut(MERGED)),
    ("person_apart", "one_id", "1", LeftOut(APART)),
    ("person_apart", "other_id", "1", LeftOut(APART)),
];

const MERGED: &str = "并入另一份档案以后的内容，印在那一份档案的副本上。";
const APART: &str = "与相近的人“不是同一人”的判断没有列出，因为里面有别人的信息。";
const WAGES: &str = "工资和会费的数额由有权查看个人工资的人另行提供。";
const HEALTH: &str =
    "职业健康检查、职业伤害协助、不享受年休假情形、困难职工档案和帮扶的记录由有权查看健康情况的人另行提供。";
/// What the ledger keeps beside its rows, and why it is not told line by line.
const BESIDE: [&str; 2] = [
    "其他事项只列出与本人有关的部分，全过程记在各该事项里，其中有别人的信息。",
    "已经移除、还没有清除的记录，每次改动的历史，没有保存的草稿，以及备份，是以上内容的旧样子，没有逐条列出，可以另外要求查阅。",
];

/// Sums of single wages and what is a share of them: kept as fen.
const SUMS: [(&str, &str); 15] = [
    ("dues_base", "base"),
    ("dues_payment", "amount"),
    ("pay_line", "gross"),
    ("pay_line", "base"),
    ("pay_line", "post_pay"),
    ("pay_line", "performance"),
    ("pay_line", "overtime"),
    ("pay_line", "allowance"),
    ("pay_line", "bonus"),
    ("pay_line", "back_pay"),
    ("leave_pay", "average"),
    ("leave_pay", "daily"),
    ("leave_pay", "paid"),
    ("hardship_file", "income"),
    ("member_aid", "amount"),
];

/// The rows that name a person, as far as whoever prints them may read wages and health, and what is left out.
pub fn of_person(connection: &Connection, book: &LawBook, id: PersonId, may: Sight) -> Result<Held, Problem> {
    let full = |shown: Shown| if shown == Shown::Never { Shown::Never } else { Shown::Full };
    let sight = Sight { identity: Shown::Full, wages: full(may.wages), health: full(may.health), ..may };
    let place = |_: &str| None;
    let teller = Teller::new(connection, book, &place, sight)?;
    let mut lines = Vec::new();
    for &(table, column, of, found) in FOUND {
        let told = match found {
            Rows => true,
            Wages => sight.wages == Shown::Full,
            Health => sight.health == Shown::Full,
            Part(_) | LeftOut(_) => false,
        };
        if told {
            lines.extend(rows(connection, &teller, (table, column, of), id)?);
        }
    }
    let mut left_out = vec![MERGED, APART];
    if sight.wages != Shown::Full {
        left_out.push(WAGES);
    }
    if sight.health != Shown::Full {
        left_out.push(HEALTH);
    }
    left_out.extend(BESIDE);
    Ok(Held { lines, left_out: left_out.into_iter().map(str::to_owned).collect() })
}

/// The living rows of a table that name the person, each in one line.
fn rows(
    connection: &Connection,
    teller: &Teller<'_>,
    (table, column, of): (&str, &str, &str),
    id: PersonId,
) -> Result<Vec<HeldLine>, Problem> {
    let Some((_, section, _, columns)) = fields::table(table) else { return Ok(Vec::new()) };
    let living = match columns.iter().any(|(name, _)| *name == "removed_at") {
        true => "removed_at IS NULL",
        false => "1",
    };
    let sql = format!("SELECT * FROM {table} WHERE {column} = ?1 AND {of} AND {living} ORDER BY id");
    let mut statement = connection.prepare(&sql)?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let found = statement.query_map([id], |row| {
        let cells = names.iter().enumerate();
        cells.map(|(at, name)| Ok((name.clone(), json(row.get_ref(at)?)))).collect::<Result<Row, _>>()
    })?;
    let mut lines = Vec::new();
    for row in found {
        let row = row?;
        let mut said = Vec::new();
        for (name, label) in *columns {
            let quiet = fields::is_quiet(name) && !SUMS.contains(&(table, *name));
            if quiet || *name == column || *name == "removed_at" || name.ends_with("_precision") {
                continue;
            }
            let value = row.get(*name).unwrap_or(&Value::Null);
            if let Some(text) = told(teller, table, name, value, &row)? {
                said.push(format!("{label}：{text}"));
            }
        }
        said.extend(cells(connection, table, &row)?);
        lines.push(HeldLine { section: (*section).to_owned(), text: said.join("；") });
    }
    Ok(lines)
}

/// A value in words; single wages too, and what is a share of them.
fn told(
    teller: &Teller<'_>,
    table: &str,
    column: &str,
    value: &Value,
    row: &Row,
) -> Result<Option<String>, Problem> {
    if SUMS.contains(&(table, column)) {
        return Ok(value.as_i64().map(|sum| format!("{}元", Fen(sum))));
    }
    if table != "pay_line" {
        return teller.value(table, column, value, row);
    }
    let text = match value {
        Value::Null => return Ok(None),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    Ok(Some(match column {
        "sheet_id" => teller.title("pay_sheet", &text)?,
        "half_days" => {
            let halves = value.as_i64().unwrap_or_default();
            format!("{}{}天", halves / 2, if halves % 2 == 0 { "" } else { ".5" })
        }
        _ => fields::listed(table, column, &text).unwrap_or(text),
    }))
}

/// The cells of an imported row as they stood in the file, each with its heading.
fn cells(connection: &Connection, table: &str, row: &Row) -> Result<Vec<String>, Problem> {
    let text = |column: &str| row.get(column).and_then(Value::as_str).unwrap_or_default();
    let (sql, of) = match table {
        "import_row" => (
            "SELECT place, heading FROM import_column WHERE batch_id = ?1 AND page = ?2",
            [text("batch_id"), text("page")],
        ),
        "pay_line" => {
            ("SELECT place, heading FROM pay_column WHERE sheet_id = ?1 AND ?2 = ''", [text("sheet_id"), ""])
        }
        _ => return Ok(Vec::new()),
    };
    let mut statement = connection.prepare_cached(sql)?;
    let headings: HashMap<u32, String> =
        statement.query_map(of, |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let cells: Vec<String> = serde_json::from_str(text("cells")).unwrap_or_default();
    let said = (1_u32..).zip(cells).filter(|(_, cell)| !cell.trim().is_empty()).map(|(place, cell)| {
        let heading =
            headings.get(&place).map(|heading| heading.trim()).filter(|heading| !heading.is_empty());
        match heading {
            Some(heading) => format!("原表“{heading}”：{cell}"),
            None => format!("原表第{place}列：{cell}"),
        }
    });
    Ok(said.collect())
}
