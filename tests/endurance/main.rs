//! What a ledger must survive, many times over: killed at random moments, a byte flipped anywhere, a disk that
//! fills up. `make endurance` runs each a thousand times and prints the table; the tests run fifty. The
//! program is the real `gonghui`. How a step works is told by the journeys.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

use std::io::Write;

mod flips;
mod full;
mod kills;
mod room;
#[path = "../journeys/rosters.rs"]
mod rosters;
mod works;

/// How often: `GONGHUI_ENDURANCE`, else fifty.
fn times() -> u32 {
    std::env::var("GONGHUI_ENDURANCE").ok().and_then(|n| n.parse().ok()).unwrap_or(50)
}

/// One line of the table that `make endurance` prints.
fn line(what: &str, done: u32, seen: &str) {
    println!("\n| {what} | {done} | {seen} |");
}

/// What the machine does not allow: past the test runner's capture, on a line of its own that the tally counts.
fn denied(what: &str) {
    let _ = writeln!(std::io::stderr(), "denied: {what}");
}

/// The same, with the row of the table that says so: what was not run is no row that holds.
fn not_run(what: &str, why: &str) {
    denied(why);
    line(what, 0, NOT_RUN);
}

/// What `scripts/endurance` looks for in the table.
const NOT_RUN: &str = "没有跑：这台机器不允许";
