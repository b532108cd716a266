//! `gonghui`, the headless host: every command of the contract for scripts, tests and machines without a
//! window. Arguments, passphrase and output belong here; what a command does belongs to `desk`.

mod args;
mod assets;
mod list;
mod serve;

use std::io::Write;
use std::process::ExitCode;

use desk::Problem;
use serde_json::Value;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(told) => {
            // A closed stderr leaves no one to tell.
            let _ = writeln!(std::io::stderr(), "{}", told.json());
            ExitCode::FAILURE
        }
    }
}

/// A problem as it stands on stderr.
#[derive(Debug)]
pub(crate) struct Told {
    /// What is wrong.
    pub problem: Problem,
    /// The line of the script it happened in, from 1.
    pub line: Option<usize>,
}

impl Told {
    fn json(&self) -> Value {
        let mut value =
            serde_json::to_value(&self.problem).unwrap_or_else(|_| self.problem.message.clone().into());
        if let (Some(map), Some(line)) = (value.as_object_mut(), self.line) {
            map.insert("line".to_owned(), line.into());
        }
        value
    }
}

impl From<Problem> for Told {
    fn from(problem: Problem) -> Self {
        Told { problem, line: None }
    }
}

fn run() -> Result<(), Told> {
    let parsed = args::parse(std::env::args().skip(1))?;
    match parsed.action {
        args::Action::Help => {
            print(args::HELP);
            Ok(())
        }
        args::Action::Commands => {
            print(&list::commands()?);
            Ok(())
        }
        args::Action::Call { ref name, ref json } => Ok(serve::call(&parsed, name, json.as_deref())?),
        args::Action::Run => serve::run(&parsed),
        args::Action::Demo => Ok(serve::demo(&parsed)?),
    }
}

/// One line to stdout. A reader that has gone away ends the program quietly.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{text}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}
