//! A desk for some hundred steps: line after line is given to one process. What is said at it stands in the journeys.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use crate::gonghui::{self, Refusal, refusal};

/// A desk that gives line after line to one process: a ladder has some hundred steps. A refusal ends the process, and so does
/// another day; the next line begins a new one.
pub(super) struct Desk {
    pub(super) room: gonghui::Desk,
    running: RefCell<Option<(Child, ChildStdin, BufReader<ChildStdout>)>>,
}

impl Desk {
    pub(super) fn founded(province: &str) -> Self {
        Desk { room: gonghui::Desk::founded(province, None), running: RefCell::new(None) }
    }

    /// The answer to a line, or the refusal that ended the process.
    fn give(&self, name: &str, args: &Value) -> Result<Value, Refusal> {
        let mut running = self.running.borrow_mut();
        let (_, input, output) = running.get_or_insert_with(|| {
            let mut command = self.room.command(&["run"]);
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().expect("the program runs");
            let input = child.stdin.take().expect("stdin was asked for");
            let output = BufReader::new(child.stdout.take().expect("stdout was asked for"));
            (child, input, output)
        });
        writeln!(input, "{}", json!({ "call": name, "args": args })).expect("the program reads");
        let mut answer = String::new();
        if output.read_line(&mut answer).expect("the program answers") > 0 {
            return Ok(serde_json::from_str(&answer).expect("an answer is one line of JSON"));
        }
        let (child, input, _) = running.take().expect("it ran");
        drop(input);
        Err(refusal(&child.wait_with_output().expect("the program ends"), name))
    }

    pub(super) fn call(&self, name: &str, args: Value) -> Value {
        self.give(name, &args)
            .unwrap_or_else(|why| panic!("{name} must be done, but: {} ({:?})", why.message, why.field))
    }

    pub(super) fn refused(&self, name: &str, args: Value) -> Refusal {
        match self.give(name, &args) {
            Ok(answer) => panic!("{name} must be refused, but: {answer}"),
            Err(refusal) => refusal,
        }
    }

    /// Lets the process end, so that another may open the ledger.
    pub(super) fn pause(&self) {
        if let Some((child, input, _)) = self.running.borrow_mut().take() {
            drop(input);
            let ended = child.wait_with_output().expect("the program ends");
            assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
        }
    }

    pub(super) fn now(&self, moment: &str) {
        self.pause();
        self.room.now(moment);
    }

    pub(super) fn out(&self, name: &str) -> PathBuf {
        self.room.out(name)
    }

    /// What the affairs make due today, without what the ledger asks for itself.
    pub(super) fn due(&self) -> Vec<Value> {
        let today = self.call("today.list", json!({}));
        let all = today["duties"].as_array().unwrap().iter();
        all.filter(|duty| duty["module"] != "settings").cloned().collect()
    }
}
