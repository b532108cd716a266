//! One ledger, one program at a time: the second is told, and neither is harmed.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::json;

use crate::gonghui::{Desk, refusal};

#[test]
fn the_second_program_is_told() {
    let desk = Desk::founded("36", None);
    let mut first = desk
        .command(&["run"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut input = first.stdin.take().expect("stdin was asked for");
    let mut answers = BufReader::new(first.stdout.take().expect("stdout was asked for")).lines();
    writeln!(input, "{}", json!({ "call": "members.counts" })).unwrap();
    answers.next().expect("the first holds the ledger now").unwrap();

    let output = desk.command(&["call", "members.counts"]).output().expect("the program runs");
    let told = refusal(&output, "a second program");
    assert_eq!(told.code, "ledger.inUse", "{}", told.message);
    let who = format!("命令行程序 gonghui（进程 {}）", first.id());
    assert!(told.message.contains(&who), "who holds it is told: {}", told.message);

    writeln!(input, "{}", json!({ "call": "negotiation.start", "args": { "year": 2027 } })).unwrap();
    answers.next().expect("the first goes on undisturbed").unwrap();
    drop(input);
    assert!(first.wait().unwrap().success());
    let list = desk.call("negotiation.list", json!({}));
    assert_eq!(list[0]["year"], 2027, "once the first has closed, the next opens");
}
