//! One measurement a process, so that peak memory is that of the measured work alone:
//! `bench-papers runs PAPER FILE` keeps a paper's glyph runs, `ours PAPER PDF` prints it, `bare FILE PDF` prints the kept runs
//! by pdf-writer and nothing else, `first PAPER PDF` makes page 1. Each prints milliseconds, peak memory in MiB and pages.

mod bare;
mod documents;
mod kept;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

use paper::Faces;

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Where the program's own files are.
pub fn assets() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets"))
}

fn main() -> Outcome<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["runs", paper, to] => {
            let pages = paper::layout(&documents::named(paper)?, &Faces::load(&assets())?)?;
            kept::write(Path::new(to), &pages)
        }
        ["ours", paper, to] => {
            let document = documents::named(paper)?;
            measured(|| {
                let made = paper::render(&document, &Faces::load(&assets())?)?;
                std::fs::write(to, &made.pdf)?;
                Ok(made.pages)
            })
        }
        ["first", paper, to] => {
            let document = documents::named(paper)?;
            measured(|| {
                std::fs::write(to, paper::first_page(&document, &Faces::load(&assets())?)?)?;
                Ok(1)
            })
        }
        ["bare", runs, to] => measured(|| bare::write(Path::new(runs), Path::new(to))),
        _ => Err("bench-papers runs|ours|first PAPER FILE | bare FILE PDF; PAPER: roster-N, book-N, minutes"
            .into()),
    }
}

fn measured(work: impl FnOnce() -> Outcome<usize>) -> Outcome<()> {
    let begun = Instant::now();
    let pages = work()?;
    println!("{} {} {pages}", begun.elapsed().as_millis(), peak_mib()?);
    Ok(())
}

/// Peak resident memory of this process, as the kernel counts it.
fn peak_mib() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).ok_or("no VmHWM")?;
    let kib: u64 = line.split_whitespace().nth(1).ok_or("no VmHWM")?.parse()?;
    Ok(kib / 1024)
}
