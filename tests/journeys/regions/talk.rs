//! One run of the program that is asked line by line. The way by the law of each region stands in `regions`.

use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use crate::gonghui::Desk;

/// One run of the program that is asked line by line.
pub struct Talk {
    child: Child,
    input: Option<ChildStdin>,
    answers: Lines<BufReader<ChildStdout>>,
    now: String,
}

impl Talk {
    pub fn begin(desk: &Desk) -> Talk {
        let mut child = desk
            .command(&["run"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let input = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().expect("stdout was asked for")).lines();
        Talk { child, input, answers, now: String::new() }
    }

    pub fn on(&mut self, day: &str) -> &mut Self {
        self.now = format!("{day}T10:00:00+08:00");
        self
    }

    pub fn ask(&mut self, name: &str, args: Value) -> Value {
        let line = json!({ "call": name, "args": args, "now": self.now });
        writeln!(self.input.as_mut().expect("still open"), "{line}").expect("the run goes on");
        let Some(Ok(answer)) = self.answers.next() else {
            drop(self.input.take());
            let mut errors = String::new();
            let _ = std::io::Read::read_to_string(&mut self.child.stderr.take().unwrap(), &mut errors);
            panic!("{name} on {} must be done, but: {errors}", self.now);
        };
        serde_json::from_str(&answer).expect("an answer is one line of JSON")
    }

    /// The moment it is.
    pub(super) fn stands(&self) -> String {
        self.now.clone()
    }

    /// Goes back to a moment.
    pub(super) fn stand(&mut self, moment: String) {
        self.now = moment;
    }

    /// All that is due.
    pub(super) fn duties(&mut self) -> Vec<Value> {
        let mut today = self.ask("today.list", json!({}));
        match today["duties"].take() {
            Value::Array(duties) => duties,
            other => panic!("duties are a list: {other}"),
        }
    }

    /// The duty of this button.
    pub(super) fn duty(&mut self, button: &str) -> Option<Value> {
        self.duties().into_iter().find(|one| one["button"] == button)
    }

    pub(super) fn event(&mut self, id: &Value, kind: &str, on: &str, facts: Value) -> Value {
        let args = json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts });
        self.on(on).ask("negotiation.addEvent", args)
    }

    pub fn end(mut self) {
        drop(self.input.take());
        assert!(self.child.wait().expect("the program ends").success(), "the run ends well");
    }
}
