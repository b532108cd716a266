//! The ways a command runs: on the desk itself, over one view of the ledger, within one step, with bytes for an answer. Rights
//! are asked and arguments read here; what a command does stands in `commands`.

use affairs::members::duplicates::lead;
use affairs::negotiation::model::EventKind;
use affairs::negotiation::seal;
use affairs::negotiation::settled::Settled;
use ledger::{Finality, LedgerError, Op};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Problem;
use crate::command::{Answer, Command, Effect, Run};
use crate::contract::command;
use crate::desk::{Desk, Outcome};
use crate::keeper;
use crate::open::{Reading, Writing};
use crate::progress::Progress;
use crate::rights::{Module, Right};

/// The modules whose commands write over what a contract says and stands on.
const OF_THE_TALKS: [&str; 3] = ["negotiation.", "contract.", "skillPay."];

/// The commands that write or correct something that happened to a contract, its term with it.
const ACTS: [&str; 2] = ["negotiation.addEvent", "negotiation.changeEvent"];

/// The commands that mean the very records they name, be they merged into others or not. What is being typed is kept as typed: the
/// merge may be taken back before it is sent.
const AS_NAMED: [&str; 4] = ["drafts.", "trash.", "members.merge", "members.setApart"];

/// Whether what a command was given is meant of those who stayed, where it refers to people whose records went into theirs: a form may
/// have lain open meanwhile.
fn leads(command: &Command) -> bool {
    !AS_NAMED.iter().any(|name| command.name.starts_with(name))
}

impl Desk {
    /// Answers a `call`.
    pub fn call(&self, name: &str, args: Value) -> Result<Answer, Problem> {
        let command = command(name)?;
        let done = match command.run {
            Run::Call(run) => run(self, command, args),
            Run::Job(run) => run(self, command, args, &crate::progress::NoProgress),
            Run::Bytes(_) => Err(wrong_shape(name)),
        };
        done.map_err(|why| without_a_step(command, why))
    }

    /// Answers a `job`, telling how far it is.
    pub fn job(&self, name: &str, args: Value, progress: &dyn Progress) -> Result<Answer, Problem> {
        let command = command(name)?;
        let done = match command.run {
            Run::Job(run) => run(self, command, args, progress),
            Run::Call(_) | Run::Bytes(_) => Err(wrong_shape(name)),
        };
        done.map_err(|why| without_a_step(command, why))
    }

    /// Answers with bytes.
    pub fn bytes(&self, name: &str, args: Value) -> Result<Vec<u8>, Problem> {
        let command = command(name)?;
        let done = match command.run {
            Run::Bytes(run) => run(self, command, args),
            Run::Call(_) | Run::Job(_) => Err(wrong_shape(name)),
        };
        done.map_err(|why| without_a_step(command, why))
    }

    /// Refuses a person without the right to a command.
    fn check_right(&self, command: &Command) -> Result<(), Problem> {
        if command.right == Right::Anyone {
            return Ok(());
        }
        self.opened()?.may(command.right)
    }

    /// A command on the desk itself.
    pub(crate) fn on_desk<A: DeserializeOwned, T: Serialize>(
        &self,
        command: &Command,
        args: Value,
        body: impl FnOnce(&Desk, A) -> Result<Outcome<T>, Problem>,
    ) -> Result<Answer, Problem> {
        self.check_right(command)?;
        body(self, read_args(args)?)?.answer()
    }

    /// A job on the desk itself.
    pub(crate) fn job_on_desk<A: DeserializeOwned, T: Serialize>(
        &self,
        command: &Command,
        args: Value,
        progress: &dyn Progress,
        body: impl FnOnce(&Desk, &Command, A, &dyn Progress) -> Result<Outcome<T>, Problem>,
    ) -> Result<Answer, Problem> {
        self.check_right(command)?;
        body(self, command, read_args(args)?, progress)?.answer()
    }

    /// A command that sees one view of the ledger.
    pub(crate) fn reading<A: DeserializeOwned, T: Serialize>(
        &self,
        command: &Command,
        args: Value,
        body: impl FnOnce(&Reading<'_>, A) -> Result<T, Problem>,
    ) -> Result<Answer, Problem> {
        self.check_right(command)?;
        let args = read_args(args)?;
        Outcome::of(self.view(|reading| body(reading, args))?).answer()
    }

    /// A command that writes one step.
    pub(crate) fn writing<A: DeserializeOwned, T: Serialize>(
        &self,
        command: &Command,
        args: Value,
        body: impl FnOnce(&Writing<'_, '_>, &Desk, A) -> Result<T, Problem>,
    ) -> Result<Answer, Problem> {
        self.check_right(command)?;
        // A sealed affair answers first: what else is wrong with the request does not matter then.
        let named = (command.right == Right::Writer(Module::Negotiation)).then(|| args.clone());
        let mut args = args;
        if leads(command) {
            self.opened()?.ledger.read(|connection| lead(connection, &mut args))?;
        }
        let label = called(command, &args);
        let args = read_args(args)?;
        self.step_called(command, label, |writing| {
            if let Some(named) = &named {
                seal::refuse(writing.tx, named)?;
            }
            body(writing, self, args)
        })?
        .answer()
    }

    /// Runs a body inside one step of the open ledger.
    pub(crate) fn step<T>(
        &self,
        command: &Command,
        body: impl FnOnce(&Writing<'_, '_>) -> Result<T, Problem>,
    ) -> Result<Outcome<T>, Problem> {
        self.step_called(command, command.label.to_owned(), body)
    }

    /// The same, called by what is done where one command does many things.
    fn step_called<T>(
        &self,
        command: &Command,
        label: String,
        body: impl FnOnce(&Writing<'_, '_>) -> Result<T, Problem>,
    ) -> Result<Outcome<T>, Problem> {
        let open = self.opened()?;
        let finality = if command.effect == Effect::Final { Finality::Final } else { Finality::Reversible };
        let op = Op { code: command.name.into(), label, finality };
        let done = open.ledger.step(&op, &open.actor(), |tx| {
            let book = open.book(&self.book, tx)?;
            // What the congress passed and both sides signed changes by none of the commands of the talks.
            let talks = OF_THE_TALKS.iter().any(|module| command.name.starts_with(module));
            let settled = talks.then(|| Settled::before(tx, &book)).transpose()?;
            let value = body(&Writing { tx, book: &book, open: &open })?;
            match settled {
                Some(settled) if ACTS.contains(&command.name) => settled.check_act(tx, &book)?,
                Some(settled) => settled.check_command(tx, &book)?,
                None => {}
            }
            seal::hold(tx)?;
            Ok::<_, Problem>(value)
        })?;
        if done.changed.contains("desk_person") || done.changed.contains("desk_grant") {
            open.look_again()?;
        }
        if !done.changed.is_empty() || finality == Finality::Final {
            keeper::changed(&open);
        }
        Ok(Outcome { value: done.value, changed: done.changed.into_iter().collect() })
    }

    /// A command that answers with bytes made from one view of the ledger.
    pub(crate) fn bytes_of<A: DeserializeOwned>(
        &self,
        command: &Command,
        args: Value,
        body: impl FnOnce(&Reading<'_>, &Desk, A) -> Result<Vec<u8>, Problem>,
    ) -> Result<Vec<u8>, Problem> {
        self.check_right(command)?;
        let args = read_args(args)?;
        self.view(|reading| body(reading, self, args))
    }
}

impl<T: Serialize> Outcome<T> {
    fn answer(self) -> Result<Answer, Problem> {
        let value = serde_json::to_value(self.value).map_err(|_| {
            Problem::new("internal", "程序内部出错：结果无法写成文字。账本没有受影响，请重试。")
        })?;
        Ok(Answer { value, changed: self.changed })
    }
}

/// What a step is called: what happened to the talks by its kind, so that undo and journal tell a signature from a filing.
fn called(command: &Command, args: &Value) -> String {
    let kind = (command.name == "negotiation.addEvent").then(|| EventKind::deserialize(&args["kind"]).ok());
    match kind.flatten() {
        Some(kind) if kind != EventKind::Noted => format!("登记{}", kind.label()),
        _ => command.label.to_owned(),
    }
}

fn read_args<A: DeserializeOwned>(args: Value) -> Result<A, Problem> {
    let args = if args.is_null() { Value::Object(serde_json::Map::new()) } else { args };
    A::deserialize(&args).map_err(|why| {
        // serde's words name fields and types; only the field's name is shown, never a value.
        let why = why.to_string();
        let named = |before: &str| {
            let rest = why.split_once(before)?.1;
            rest.split('`').next().filter(|name| !name.is_empty()).map(str::to_owned)
        };
        let (shown, field) = if let Some(name) = named("missing field `") {
            (format!("缺少“{name}”"), Some(name))
        } else if let Some(name) = named("unknown field `") {
            (format!("没有“{name}”这一项"), Some(name))
        } else if let Some(name) = misread::<A>(&args) {
            // A date that cannot be read is told by chrono in words of its own.
            let date = if why.contains("input") {
                "（日期要写成 2026-09-15 这样，日历上要有这一天）"
            } else {
                ""
            };
            (format!("里“{name}”的写法不对{date}"), Some(name))
        } else {
            ("有一项的写法不对".to_owned(), None)
        };
        let message = format!("请求{shown}；“gonghui commands”列出每个命令要的内容。");
        Problem { field, ..Problem::new("bad_input", message) }
    })
}

/// The item that cannot be read, if it is one: given alone, it is refused for itself and not for what it lacks.
fn misread<A: DeserializeOwned>(args: &Value) -> Option<String> {
    let items = args.as_object()?;
    let found = items.iter().find(|(name, item)| {
        let alone = Value::Object([((*name).clone(), (*item).clone())].into_iter().collect());
        A::deserialize(alone).is_err_and(|why| !why.to_string().starts_with("missing field"))
    });
    found.map(|(name, _)| name.clone())
}

fn wrong_shape(name: &str) -> Problem {
    Problem::new("wrong_shape", format!("“{name}”不能这样调用；“gonghui commands”列出每个命令的调用方式。"))
}

/// A full disk under a command that only reads: no step was made that could be made again.
fn without_a_step(command: &Command, why: Problem) -> Problem {
    if command.effect == Effect::Reads && why.message == LedgerError::DiskFull.to_string() {
        let message = "磁盘写满了，这一项没有做成：只看不改，也要一点空间。账本没有损坏，此前保存的都在。请删去电脑里不要的文件，清空电脑桌面上的回收站，腾出一些空间，再试一次。";
        return Problem { message: message.to_owned(), ..why };
    }
    why
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_of_a_step_by_what_makes_one_and_by_nothing_else() {
        let told = |name: &str| without_a_step(command(name).unwrap(), LedgerError::DiskFull.into());
        for name in ["ledger.check", "sight.log"] {
            let told = told(name);
            assert_eq!(told.code, "ledger.diskFull");
            assert!(
                told.message.contains("磁盘") && !told.message.contains("这一步"),
                "{name}: {}",
                told.message
            );
            assert!(
                told.message.contains("电脑桌面上的回收站"),
                "{name}: the program's own gives no room back: {}",
                told.message
            );
        }
        assert!(told("members.save").message.contains("刚才这一步没有保存"));
        let other = without_a_step(command("ledger.check").unwrap(), LedgerError::Damaged.into());
        assert_eq!(other.message, LedgerError::Damaged.to_string());
    }
}
