//! What the measuring programs share: the papers, the kept glyph runs, and one way to measure.

pub mod documents;
pub mod kept;

use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// Where the program's own files are.
pub fn assets() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets"))
}

/// Prints milliseconds of the processor (all threads), milliseconds on the clock, peak memory in KiB and pages.
pub fn measured(work: impl FnOnce() -> Outcome<usize>) -> Outcome<()> {
    let (begun, worked) = (Instant::now(), processor());
    let pages = work()?;
    let spent = processor().saturating_sub(worked);
    println!("{:.1} {:.1} {} {pages}", millis(spent), millis(begun.elapsed()), peak()?);
    Ok(())
}

/// Time that the processor has given to this process.
pub fn processor() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

pub fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Peak resident memory of this process in KiB, as the kernel counts it.
fn peak() -> Outcome<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).ok_or("no VmHWM")?;
    Ok(line.split_whitespace().nth(1).ok_or("no VmHWM")?.parse()?)
}
