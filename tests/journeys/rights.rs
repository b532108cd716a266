//! Workers' rights beside supervision: an appeal that is promised, answered or goes on; a dismissal that the union is told of,
//! objects to and hears back on; a dispute mediated to an agreement or to advice on arbitration. What a chair types, whose each
//! step is and by when, and who may know who brought an appeal. Here stands what those journeys share.

mod appeals;
mod dismissals;
mod mediation;

use serde_json::{Value, json};

use crate::gonghui::Desk;
use crate::judges;

const WORKER: &str = "柳新民";
const PHONE: &str = "13800138000";

fn founded(province: &str) -> Desk {
    let desk = Desk::founded(province, None);
    desk.now("2026-09-15T09:00:00+08:00");
    desk
}

fn with(mut args: Value, more: Value) -> Value {
    args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    args
}

/// What a page of these makes due: title without what it is about, whose, day, and what its button opens.
fn due(desk: &Desk, module: &str) -> Vec<(String, String, String, Value)> {
    let all = desk.call("today.list", json!({}));
    let ours = all["duties"].as_array().unwrap().iter().filter(|duty| duty["module"] == module);
    ours.map(|duty| {
        let text = |key: &str| duty[key].as_str().unwrap_or_default().to_owned();
        let title = text("title").split('（').next().unwrap_or_default().to_owned();
        (title, text("whose"), text("due"), duty["place"].clone())
    })
    .collect()
}

fn next(desk: &Desk, module: &str) -> (String, String, String) {
    let (title, whose, day, _) = due(desk, module).into_iter().next().expect("something is due");
    (title, whose, day)
}

fn said(title: &str, whose: &str, day: &str) -> (String, String, String) {
    (title.to_owned(), whose.to_owned(), day.to_owned())
}

/// The paper that the first duty's button opens, as it prints.
fn opened(desk: &Desk, module: &str, name: &str) -> String {
    let place = due(desk, module).into_iter().next().expect("it is due").3;
    assert_eq!(place["page"], "papers", "the button opens a filled paper: {place}");
    let (kind, of) = place["id"].as_str().unwrap().split_once('@').expect("a kind and a record");
    let to = desk.out(name);
    desk.revealed("办理本人的事", "papers.print", json!({ "kind": kind, "of": of, "to": to }));
    judges::well_formed(&to);
    judges::text(&to)
}

fn holds(paper: &str, lines: &[&str]) {
    for line in lines {
        assert!(paper.contains(line), "{line}: {paper}");
    }
}

/// The figures of a yearly table, `id now`.
fn counted(desk: &Desk, table: &str) -> Vec<String> {
    let report = desk.call("report.year", json!({ "year": 2026 }));
    let tables = report["tables"].as_array().unwrap();
    let table = tables.iter().find(|one| one["id"] == table).expect("the yearly counts");
    let figures = table["figures"].as_array().unwrap();
    figures
        .iter()
        .map(|one| format!("{} {}", one["id"].as_str().unwrap(), one["now"]["text"].as_str().unwrap()))
        .collect()
}
