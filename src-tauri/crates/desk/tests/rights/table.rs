//! One row a command: who may give it, with which arguments it is tried, what it then answers, and whether
//! the answer shows identity in full to one who has revealed it. The rows of each part stand in a file of the folder, as in the
//! contract.

mod files;
mod history;
mod law;
mod ledger;
mod letters;
mod members;
mod negotiation;
mod office;
mod papers;
mod platform;
mod union;

use serde_json::{Value, json};

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Everyone, with nothing open.
    Anyone,
    /// Everyone at the desk.
    Reader,
    /// Whoever may write anywhere.
    Writer,
    /// Whoever may write in 会员.
    Members,
    /// Whoever may write in 协商.
    Negotiation,
    /// Whoever may issue papers.
    Office,
    /// Whoever may write in 劳动法律监督.
    Letters,
    /// Whoever may write in 新就业形态.
    Platform,
    /// The chair.
    Chair,
}

/// A command and what is expected of it.
pub struct Row {
    pub name: &'static str,
    pub who: Who,
    /// `ok`, or the code with which the ledger of the test refuses these arguments.
    pub answer: &'static str,
    pub shows: bool,
    pub args: fn(&Value) -> Value,
}

const fn row(name: &'static str, who: Who, answer: &'static str, args: fn(&Value) -> Value) -> Row {
    Row { name, who, answer, shows: false, args }
}

const fn shows(name: &'static str, who: Who, args: fn(&Value) -> Value) -> Row {
    Row { name, who, answer: "ok", shows: true, args }
}

fn none(_: &Value) -> Value {
    json!({})
}

fn meeting(nobody: &Value) -> Value {
    json!({
        "negotiation": nobody, "heldOn": "2026-09-12", "begins": "09:00", "place": "会议室", "chair": nobody,
        "recorder": "何平", "recorderPost": "文员", "agenda": "工资", "attendance": [], "topics": [],
    })
}

fn minimum_wage() -> Value {
    json!({
        "kind": "minimum", "region": "南昌市", "period": "2026-04-01", "value": 208_000, "unit": "yuanMonth",
        "source": "省厅文件",
    })
}

fn rise() -> Value {
    json!({ "steps": [{ "what": { "kind": "rise", "rise": { "percent": 600 } } }], "round": "fen" })
}

fn own_rule(_: &Value) -> Value {
    json!({ "of": "JX-19-REPLY", "quantity": 5, "contract": "集体合同", "article": "第八条", "from": "2026-01-01" })
}

fn officer(name: &str) -> Value {
    json!({ "name": name, "role": "officer", "parts": ["members"], "reads": [] })
}

/// Every row.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    let all = [
        ledger::ROWS,
        law::ROWS,
        union::ROWS,
        members::ROWS,
        files::ROWS,
        negotiation::ROWS,
        history::ROWS,
        office::ROWS,
        letters::ROWS,
        platform::ROWS,
        papers::ROWS,
    ];
    all.into_iter().flatten()
}
