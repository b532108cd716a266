//! What a command is, and the one list of commands, put together here from a file for each part of the work. Each line
//! declares the name, what it asks and answers, whether it reads or writes, the right it needs and its shape; hosts,
//! the TypeScript client and the tests are made from it. What a command does is in `commands`.

use std::sync::LazyLock;

use affairs::union::model::Part;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::Problem;
use crate::bindings::Types;
use crate::desk::Desk;
use crate::progress::Progress;

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

/// Where a command writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Module {
    /// Wherever the person may write: undo, drafts, attachments. The command looks closer itself.
    Desk,
    /// 会员.
    Members,
    /// 协商.
    Negotiation,
    /// 文件.
    Office,
    /// 劳动法律监督.
    Letters,
    /// 新就业形态.
    Platform,
}

impl Module {
    /// The part of the work that an officer must have been given.
    pub(crate) fn part(self) -> Option<Part> {
        match self {
            Module::Desk => None,
            Module::Members => Some(Part::Members),
            Module::Negotiation => Some(Part::Negotiation),
            Module::Office => Some(Part::Office),
            Module::Letters => Some(Part::Letters),
            Module::Platform => Some(Part::Platform),
        }
    }
}

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Right {
    /// Everyone, with no ledger open.
    Anyone,
    /// Everyone at the desk.
    Reader,
    /// Whoever may write in this part.
    Writer(Module),
    /// The chair.
    Chair,
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

/// Declares the commands of a part. The word before the name is the way it runs:
/// `desk` and `desk_job` act on the desk itself, `reads` sees one view of the ledger, `writes` runs inside
/// one step, `job` gets progress, `bytes` answers with bytes.
macro_rules! contract {
    ($($way:ident $name:literal ($args:ty) -> $answer:ty, $effect:ident, $right:expr, $label:literal => $body:path;)*) => {
        pub(super) static COMMANDS: &[$crate::contract::Command] = &[$($crate::contract::Command {
            name: $name,
            label: $label,
            effect: $crate::contract::Effect::$effect,
            right: $right,
            args: $crate::bindings::Types::of::<$args>,
            answer: $crate::bindings::Types::of::<$answer>,
            run: contract!(@run $way $body),
        }),*];
    };
    (@run desk $body:path) => { $crate::contract::Run::Call(|desk, command, args| desk.on_desk(command, args, $body)) };
    (@run desk_job $body:path) => { $crate::contract::Run::Job(|desk, command, args, progress| desk.job_on_desk(command, args, progress, $body)) };
    (@run reads $body:path) => { $crate::contract::Run::Call(|desk, command, args| desk.reading(command, args, $body)) };
    (@run reads_job $body:path) => { $crate::contract::Run::Job(|desk, command, args, progress| desk.reading_job(command, args, progress, $body)) };
    (@run writes $body:path) => { $crate::contract::Run::Call(|desk, command, args| desk.writing(command, args, $body)) };
    (@run writes_job $body:path) => { $crate::contract::Run::Job(|desk, command, args, progress| desk.writing_job(command, args, progress, $body)) };
    (@run bytes $body:path) => { $crate::contract::Run::Bytes(|desk, command, args| desk.bytes_of(command, args, $body)) };
}

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
mod today;
mod union;

/// The parts of the list, one after the other.
static COMMANDS: LazyLock<Vec<Command>> = LazyLock::new(|| {
    [
        ledger::COMMANDS,
        law::COMMANDS,
        union::COMMANDS,
        today::COMMANDS,
        members::COMMANDS,
        files::COMMANDS,
        negotiation::COMMANDS,
        history::COMMANDS,
        office::COMMANDS,
        letters::COMMANDS,
        platform::COMMANDS,
        papers::COMMANDS,
    ]
    .concat()
});

/// Every command, in the order of the list.
pub fn commands() -> &'static [Command] {
    &COMMANDS
}

/// The command of a name.
pub(crate) fn command(name: &str) -> Result<&'static Command, Problem> {
    COMMANDS.iter().find(|command| command.name == name).ok_or_else(|| {
        Problem::new("unknown_command", format!("没有“{name}”这个命令；“gonghui commands”列出全部命令。"))
    })
}
