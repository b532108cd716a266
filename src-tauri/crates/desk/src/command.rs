//! What a command is: its name, what it asks and answers, whether it reads or writes, who may give it, its shape. Which commands
//! there are stands in `contract`, how each way runs in `ways`.

use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::Problem;
use crate::desk::Desk;
use crate::progress::Progress;
use crate::rights::Right;
use crate::types::Types;

/// How a command is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Shape {
    /// At once.
    Call,
    /// With progress, and a cancel that leaves nothing.
    Job,
    /// With bytes.
    Bytes,
}

/// What a command does to the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// Nothing.
    Reads,
    /// One step that undo takes back.
    Reversible,
    /// One step that only a new act can answer.
    Final,
    /// It opens, closes or moves within the ledger and writes no step of its own.
    Desk,
}

/// What a command answers: its value, and the tables that changed, for pages to refresh by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answer {
    /// The answer of the declared type.
    pub value: Value,
    /// Names of tables whose rows changed.
    pub changed: Vec<String>,
}

/// A function that answers a `call`.
type CallFn = fn(&Desk, &Command, Value) -> Result<Answer, Problem>;
/// A function that answers a `job`.
type JobFn = fn(&Desk, &Command, Value, &dyn Progress) -> Result<Answer, Problem>;
/// A function that answers with bytes.
type BytesFn = fn(&Desk, &Command, Value) -> Result<Vec<u8>, Problem>;

/// The body of a command, by shape.
#[derive(Clone, Copy)]
pub(crate) enum Run {
    Call(CallFn),
    Job(JobFn),
    Bytes(BytesFn),
}

/// One line of the contract.
#[derive(Clone, Copy)]
pub struct Command {
    /// `module.verb`.
    pub name: &'static str,
    /// The step's label in the field's words; empty where no step is written.
    pub label: &'static str,
    /// What it does to the ledger.
    pub effect: Effect,
    /// Who may give it.
    pub right: Right,
    pub(crate) args: fn(&mut Types) -> String,
    pub(crate) answer: fn(&mut Types) -> String,
    pub(crate) run: Run,
}

impl Command {
    /// How it is answered.
    pub fn shape(&self) -> Shape {
        match self.run {
            Run::Call(_) => Shape::Call,
            Run::Job(_) => Shape::Job,
            Run::Bytes(_) => Shape::Bytes,
        }
    }
    /// The TypeScript type it asks for.
    pub fn args_type(&self) -> String {
        (self.args)(&mut Types::default())
    }
    /// The TypeScript type it answers.
    pub fn answer_type(&self) -> String {
        (self.answer)(&mut Types::default())
    }
}

/// Bytes as a declared answer.
#[derive(TS)]
#[ts(type = "ArrayBuffer")]
pub struct Bytes(#[allow(dead_code, reason = "only its TypeScript name is used")] Vec<u8>);

/// No arguments.
#[derive(Debug, Clone, Copy, Default, serde::Deserialize, TS)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// Nothing to answer but that it is done.
#[derive(Debug, Clone, Copy, Serialize, TS)]
#[ts(type = "null")]
pub struct Done;
