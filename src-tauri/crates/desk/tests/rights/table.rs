//! A row for each command, and more where it answers by what it is asked of: who may give it, with which arguments it is tried,
//! which reading right it asks for, what it then answers, and what that tells of the room's person. The rows of each part stand in
//! a file of the folder, as in the contract.

mod congress;
mod files;
mod history;
mod law;
mod leave;
mod ledger;
mod letters;
mod members;
mod negotiation;
mod office;
mod papers;
mod platform;
mod reform;
mod registers;
mod safety;
mod union;

use serde_json::{Value, json};

use super::room::Seat;

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
    /// Whoever may write in 休假与疗休养.
    Leave,
    /// Whoever may write in 安全.
    Safety,
    /// Whoever may write in 职代会.
    Congress,
    /// Whoever may write in 产改台账.
    Reform,
    /// The chair.
    Chair,
}

/// What is guarded of a person, each by a reading right of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// Numbers of identity and how to reach somebody.
    Identity,
    /// What one person was paid.
    Wage,
    /// What an exam or an accident says of a body.
    Health,
}

/// Which reading right a command asks for before it answers at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    Nothing,
    /// The right.
    Right(Secret),
    /// The right, and a purpose; without one it answers `covered`.
    Sight(Secret),
    /// Both to be told of few people at all; else it is `refused`.
    OfFew(Secret),
}

/// What an answer tells, and to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tell {
    /// To one with the right who has revealed it.
    InFull(Secret),
    /// To whoever has the right.
    AtOnce(Secret),
}

impl Tell {
    /// Whether it is this that is told, and to this seat.
    pub fn reaches(self, secret: Secret, seat: Seat) -> bool {
        match self {
            Tell::InFull(told) => told == secret && seat.may_read(secret) && seat.revealed,
            Tell::AtOnce(told) => told == secret && seat.may_read(secret),
        }
    }
}

/// A command and what is expected of it.
#[derive(Clone, Copy)]
pub struct Row {
    pub name: &'static str,
    pub who: Who,
    /// `ok`, or the code with which the ledger of the test refuses these arguments.
    pub answer: &'static str,
    pub needs: Needs,
    /// Nothing else that is guarded may be in the answer.
    pub tells: &'static [Tell],
    pub args: fn(&Value) -> Value,
}

impl Row {
    /// The row with the reading right that the command asks for.
    const fn needing(self, needs: Needs) -> Row {
        Row { needs, ..self }
    }

    /// The row with what its answer tells.
    const fn telling(self, tells: &'static [Tell]) -> Row {
        Row { tells, ..self }
    }
}

const fn row(name: &'static str, who: Who, answer: &'static str, args: fn(&Value) -> Value) -> Row {
    Row { name, who, answer, needs: Needs::Nothing, tells: &[], args }
}

/// A row whose answer tells identity to one who has revealed it.
const fn shows(name: &'static str, who: Who, args: fn(&Value) -> Value) -> Row {
    row(name, who, "ok", args).telling(&[Tell::InFull(Secret::Identity)])
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

pub(super) fn rise() -> Value {
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
        leave::ROWS,
        safety::ROWS,
        congress::ROWS,
        reform::ROWS,
        registers::ROWS,
        papers::ROWS,
    ];
    all.into_iter().flatten()
}
