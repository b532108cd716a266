//! One measurement a process, so that peak memory is that of the measured work alone:
//! `bench-papers runs PAPER FILE` keeps a paper's glyph runs, `ours PAPER PDF` prints it, `bare FILE PDF` prints the kept runs
//! by pdf-writer and nothing else, `first PAPER PDF` makes page 1 in a fresh process and then, warm, nine times more.

mod bare;

use std::path::Path;
use std::time::Instant;

use bench_papers::{Outcome, assets, documents, kept, measured, millis, processor};
use paper::Faces;

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
        ["first", paper, to] => first(paper, Path::new(to)),
        ["bare", runs, to] => measured(|| bare::write(Path::new(runs), Path::new(to))),
        _ => Err("bench-papers runs|ours|first PAPER FILE | bare FILE PDF; PAPER: roster-N, book-N, minutes"
            .into()),
    }
}

/// Prints milliseconds of the processor and on the clock for the first page 1 of the process, then those of the quickest
/// warm one. The minutes are read and filled within the time, as for a preview; longer papers exist before.
fn first(name: &str, to: &Path) -> Outcome<()> {
    let kept = if name == "minutes" { None } else { Some(documents::named(name)?) };
    let mut faces = None;
    let mut times = Vec::new();
    for _ in 0..10 {
        let (begun, worked) = (Instant::now(), processor());
        let filled = if kept.is_none() { Some(documents::named(name)?) } else { None };
        let document = kept.as_ref().or(filled.as_ref()).ok_or("no paper")?;
        let faces = match &mut faces {
            Some(faces) => faces,
            none => none.insert(Faces::load(&assets())?),
        };
        let pdf = paper::first_page(document, faces)?;
        times.push((millis(processor().saturating_sub(worked)), millis(begun.elapsed())));
        std::fs::write(to, pdf)?;
    }
    let fresh = times.remove(0);
    let least = |of: fn(&(f64, f64)) -> f64| times.iter().map(of).fold(f64::INFINITY, f64::min);
    println!("{:.1} {:.1} {:.1} {:.1}", fresh.0, fresh.1, least(|t| t.0), least(|t| t.1));
    Ok(())
}
