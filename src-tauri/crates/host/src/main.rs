//! `gonghui`, the headless host: every command of the contract for scripts, tests and machines without a
//! window. Arguments, passphrase and output belong here; what a command does belongs to `desk`.

mod args;
mod assets;
mod list;
mod serve;

use std::io::Write;
use std::process::ExitCode;

use desk::Problem;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            let text = serde_json::to_string(&problem).unwrap_or_else(|_| problem.message.clone());
            // A closed stderr leaves no one to tell.
            let _ = writeln!(std::io::stderr(), "{text}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Problem> {
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
        args::Action::Call { ref name, ref json } => serve::call(&parsed, name, json.as_deref()),
        args::Action::Run => serve::run(&parsed),
        args::Action::Demo => serve::demo(&parsed),
    }
}

/// One line to stdout. A reader that has gone away ends the program quietly.
pub(crate) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    if writeln!(out, "{text}").and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}
