//! The one list of commands, put together here from a file for each part of the work. Each line
//! declares the name, what it asks and answers, whether it reads or writes, the right it needs and its shape; hosts,
//! the TypeScript client and the tests are made from it. What a command does is in `commands`.

use std::sync::LazyLock;

use crate::Problem;
use crate::command::Command;

/// Declares the commands of a part. The word before the name is the way it runs:
/// `desk` and `desk_job` act on the desk itself, `reads` sees one view of the ledger, `writes` runs inside
/// one step, `job` gets progress, `bytes` answers with bytes.
macro_rules! contract {
    ($($way:ident $name:literal ($args:ty) -> $answer:ty, $effect:ident, $right:expr, $label:literal => $body:path;)*) => {
        pub(super) static COMMANDS: &[$crate::command::Command] = &[$($crate::command::Command {
            name: $name,
            label: $label,
            effect: $crate::command::Effect::$effect,
            right: $right,
            args: $crate::types::Types::of::<$args>,
            answer: $crate::types::Types::of::<$answer>,
            run: contract!(@run $way $body),
        }),*];
    };
    (@run desk $body:path) => { $crate::command::Run::Call(|desk, command, args| desk.on_desk(command, args, $body)) };
    (@run desk_job $body:path) => { $crate::command::Run::Job(|desk, command, args, progress| desk.job_on_desk(command, args, progress, $body)) };
    (@run reads $body:path) => { $crate::command::Run::Call(|desk, command, args| desk.reading(command, args, $body)) };
    (@run reads_job $body:path) => { $crate::command::Run::Job(|desk, command, args, progress| desk.reading_job(command, args, progress, $body)) };
    (@run writes $body:path) => { $crate::command::Run::Call(|desk, command, args| desk.writing(command, args, $body)) };
    (@run writes_job $body:path) => { $crate::command::Run::Job(|desk, command, args, progress| desk.writing_job(command, args, progress, $body)) };
    (@run bytes $body:path) => { $crate::command::Run::Bytes(|desk, command, args| desk.bytes_of(command, args, $body)) };
}

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
        leave::COMMANDS,
        safety::COMMANDS,
        congress::COMMANDS,
        reform::COMMANDS,
        registers::COMMANDS,
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
