//! Printing straight to a printer where CUPS stands: which printers there are, and handing a paper to one of them.
//! The paper goes to `lp` through its standard input, so nothing of it lies in a file of ours; which paper it is the
//! desk decides, and where no CUPS is the system's viewer prints.

mod told;

#[cfg(test)]
mod tests;

use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::contract::Problem;

/// A print service that does not answer within this is as good as none.
const PATIENCE: Duration = Duration::from_secs(15);
/// What the print queue shows as the job's name: nothing of the paper.
const TITLE: &str = "gonghui";
/// Most copies of one order.
const COPIES: u32 = 99;

/// A printer of this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Printer {
    /// Its name in the print service.
    pub name: String,
    /// What people call it; the name where it was given nothing else.
    pub label: String,
    /// Whether it is the machine's own choice.
    pub standard: bool,
    /// Whether it takes papers and prints them now.
    pub ready: bool,
}

/// How a paper is to be printed.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Order {
    /// The printer's name.
    printer: String,
    /// 1 to 99.
    copies: u32,
    /// On both sides of the sheet, turned over its long edge, or its short one where the pages lie across.
    both_sides: bool,
    /// Pages such as `1-3,5`; empty for all.
    pages: String,
}

/// The print service's own programs, looked for in one folder or, as a rule, in `PATH`.
#[derive(Debug, Default)]
pub struct Cups {
    folder: Option<PathBuf>,
    /// The socket of another service than the machine's.
    server: Option<PathBuf>,
}

impl Cups {
    /// The printers, the machine's own choice first. Empty where no print service stands.
    pub fn printers(&self) -> Vec<Printer> {
        let ask = |words: &[&str]| {
            let out = self.run("lpstat", words, &[]).ok()?;
            out.done.then_some(out.said)
        };
        let Some(names) = ask(&["-e"]) else { return Vec::new() };
        let [states, accepts, standard] =
            [&["-l", "-p"][..], &["-a"], &["-d"]].map(|words| ask(words).unwrap_or_default());
        told::printers(&names, &states, &accepts, &standard)
    }

    /// Hands a paper over and tells the number of its job.
    ///
    /// # Errors
    /// `bad_input` for what an order cannot hold, at its field; `printer` with what the print service refused.
    pub fn print(&self, pdf: &[u8], order: &Order) -> Result<String, Problem> {
        let words = words(order, told::lies_across(pdf), told::pages(pdf))?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let out = self.run("lp", &words, pdf).map_err(|_| told::silent())?;
        match told::job(&out.said).filter(|_| out.done) {
            Some(job) => Ok(job.to_owned()),
            None => Err(told::refusal(&out.wrong)),
        }
    }

    /// Runs one of the programs to its end, no longer than [`PATIENCE`]. Its words are English, whatever the desk's
    /// language: they are read by a program.
    fn run(&self, program: &str, words: &[&str], input: &[u8]) -> std::io::Result<Told> {
        let mut command = match &self.folder {
            Some(folder) => Command::new(folder.join(program)),
            None => Command::new(program),
        };
        command.args(words).env("LC_ALL", "C.UTF-8").env_remove("LANGUAGE");
        if let Some(server) = &self.server {
            command.env("CUPS_SERVER", server);
        }
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (said, wrong) = (listen(child.stdout.take()), listen(child.stderr.take()));
        let stdin = child.stdin.take();
        let input = input.to_vec();
        // A program that reads nothing must not hold this one: it is fed aside.
        let fed = thread::spawn(move || {
            stdin.is_some_and(|mut it| it.write_all(&input).is_ok()) || input.is_empty()
        });
        let done = wait(&mut child)?;
        let fed = fed.join().unwrap_or(false);
        let [said, wrong] = [said, wrong].map(|it| it.join().unwrap_or_default());
        Ok(Told { done: done && fed, said, wrong })
    }
}

/// What a program of the print service answered.
struct Told {
    /// Whether it ended well.
    done: bool,
    said: String,
    wrong: String,
}

/// Reads a stream to its end on a thread of its own.
fn listen(stream: Option<impl Read + Send + 'static>) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What came before a break is still worth reading.
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Waits for the end; whoever takes too long is ended.
fn wait(child: &mut Child) -> std::io::Result<bool> {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        thread::sleep(Duration::from_millis(20));
    }
    child.kill()?;
    child.wait()?;
    Err(std::io::ErrorKind::TimedOut.into())
}

/// The words for `lp`. Every one is checked here: a printer's name or a range cannot become an option, and a
/// range ends where the paper does, if its `pages` are known.
fn words(order: &Order, across: bool, count: Option<u32>) -> Result<Vec<String>, Problem> {
    let wrong = |field: &str, message: &str| {
        Err(Problem { field: Some(field.to_owned()), ..Problem::new("bad_input", message) })
    };
    if order.printer.is_empty() || order.printer.starts_with('-') {
        return wrong("printer", "请选择一台打印机。");
    }
    if !(1..=COPIES).contains(&order.copies) {
        return wrong("copies", "份数应在1到99之间。");
    }
    let sides = match (order.both_sides, across) {
        (false, _) => "one-sided",
        (true, false) => "two-sided-long-edge",
        (true, true) => "two-sided-short-edge",
    };
    let copies = order.copies.to_string();
    let mut words = vec!["-d", &order.printer, "-n", &copies, "-t", TITLE];
    let sides = format!("sides={sides}");
    // As large as it was set: margins and labels are measured in millimetres.
    words.extend(["-o", &sides, "-o", "media=A4", "-o", "print-scaling=none"]);
    let pages: String = order.pages.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(last) = told::last_of_range(&pages) else {
        return wrong("pages", "页码请写成“1-3,5”这样，只写数字、短横和逗号，从小到大。");
    };
    if let Some(count) = count.filter(|count| last > *count) {
        return wrong("pages", &format!("这份文件一共{count}页，没有第{last}页；请改页码，或空着全印。"));
    }
    let range = format!("page-ranges={pages}");
    if !pages.is_empty() {
        words.extend(["-o", &range]);
    }
    if order.copies > 1 {
        // Whole sets: 1 2 3, 1 2 3.
        words.extend(["-o", "collate=true"]);
    }
    words.push("-");
    Ok(words.into_iter().map(str::to_owned).collect())
}
