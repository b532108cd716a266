//! One measurement a process, so that peak memory is that of the measured work alone:
//! `bench make FILE ROWS`, then `bench bare|sheet|preview|cancel FILE`. Each prints milliseconds, peak memory
//! in MiB and the rows seen. The table is made by the script `run`.

mod cancel;
#[allow(dead_code, reason = "the journeys use the rest of it")]
#[path = "../../journeys/rosters.rs"]
mod rosters;
mod template;

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use affairs::members::roster::{Ages, Known, Options, read_roster};
use calamine::{DataType, Reader};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["make", file, rows] => template::write(Path::new(file), rows.parse()?),
        ["bare", file] => measured(|| bare(Path::new(file))),
        ["sheet", file] => measured(|| read(Path::new(file)).map(|book| rows_of(&book))),
        ["preview", file] => measured(|| preview(Path::new(file))),
        ["cancel", file] => measured(|| cancel::halfway(Path::new(file))),
        _ => Err("bench make FILE ROWS | bench bare|sheet|preview|cancel FILE".into()),
    }
}

fn measured(work: impl FnOnce() -> Outcome<usize>) -> Outcome<()> {
    let begun = Instant::now();
    let rows = work()?;
    println!("{} {} {rows}", begun.elapsed().as_millis(), peak_mib()?);
    Ok(())
}

/// Peak resident memory of this process, as the kernel counts it.
fn peak_mib() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).ok_or("no VmHWM")?;
    let kib: u64 = line.split_whitespace().nth(1).ok_or("no VmHWM")?.parse()?;
    Ok(kib / 1024)
}

/// Every cell of the first sheet by calamine, and nothing else.
fn bare(file: &Path) -> Outcome<usize> {
    let mut workbook = calamine::open_workbook_auto(file)?;
    let range = workbook.worksheet_range_at(0).ok_or("no sheet")??;
    let rows = range.rows().filter(|row| row.iter().any(|cell| !cell.is_empty())).count();
    Ok(rows)
}

fn read(file: &Path) -> Outcome<sheet::Book> {
    Ok(sheet::read(file, &mut |_, _| true)?)
}

fn rows_of(book: &sheet::Book) -> usize {
    book.pages.iter().map(|page| page.rows.len()).sum()
}

/// The file read and every row checked, as `members.preview` does.
fn preview(file: &Path) -> Outcome<usize> {
    let book = read(file)?;
    let today = chrono::NaiveDate::from_ymd_opt(2026, 9, 15).ok_or("a day")?;
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets");
    let ages = Ages::of(&law::LawBook::load(&assets)?, &law::Place::province("36"), today)?;
    let preview = read_roster(&book, today, &ages, &Known::default(), &Options::default(), &mut |_, _| true)?;
    Ok(preview.counts.ready as usize)
}
