//! One run of the program that is asked line by line, and the clocks that it tells. The way by the law of each region stands in
//! `regions`.

use std::io::{BufRead, BufReader, Lines, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use super::Region;
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

    /// The duty of this button.
    pub(super) fn duty(&mut self, button: &str) -> Option<Value> {
        let today = self.ask("today.list", json!({}));
        today["duties"].as_array().unwrap().iter().find(|one| one["button"] == button).cloned()
    }

    /// The duty of a button with its day and its article.
    pub(super) fn clock(&mut self, region: &Region, button: &str, (due, article): (&str, &str)) -> Value {
        let at = region.code;
        let duty = self.duty(button).unwrap_or_else(|| panic!("{at}: “{button}” is due on {}", self.now));
        assert_eq!(duty["due"], due, "{at}, {button}: {}", duty["origin"]);
        assert_eq!(duty["deadline"]["rule"]["article"], article, "{at}, {button}: {}", duty["origin"]);
        duty
    }

    pub(super) fn event(&mut self, id: &Value, kind: &str, on: &str, facts: Value) {
        let args = json!({ "negotiation": id, "kind": kind, "happenedOn": on, "text": "以书面办理", "facts": facts });
        self.on(on).ask("negotiation.addEvent", args);
    }

    pub fn end(mut self) {
        drop(self.input.take());
        assert!(self.child.wait().expect("the program ends").success(), "the run ends well");
    }
}

fn band(talk: &mut Talk, button: &str) -> Option<String> {
    talk.duty(button).and_then(|duty| duty["band"].as_str().map(str::to_owned))
}

/// Both sides of a clock: near on its last day, overdue on the day after, where it is not the department's.
pub(super) fn both_sides(talk: &mut Talk, region: &Region, button: &str, clock: (&str, &str)) {
    let day: chrono::NaiveDate = clock.0.parse().unwrap();
    talk.on(clock.0).clock(region, button, clock);
    assert_eq!(band(talk, button).as_deref(), Some("week"), "{}, {button}: its last day", region.code);
    talk.on(&day.succ_opt().unwrap().to_string()).clock(region, button, clock);
    assert_eq!(band(talk, button).as_deref(), Some("overdue"), "{}, {button}: the day after", region.code);
}
