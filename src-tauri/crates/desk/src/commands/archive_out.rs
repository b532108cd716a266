//! The files of a bound volume: the package of originals with the sums inside, the volume, and the sums of both. They are
//! written into a folder that is not finished until it gets its name; what is not finished is taken away.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use affairs::office::attachments;
use chrono::{DateTime, Datelike, FixedOffset, Timelike};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::Problem;
use crate::commands::papers_saved::no_room;

/// The name of the list of sums, in the package and beside it: `sha256sum -c` reads it.
const SUMS: &str = "校验清单 SHA-256.txt";

/// What the disk says, in words.
fn trouble(folder: &Path) -> impl Fn(io::Error) -> Problem + '_ {
    move |why| no_room(folder, &why)
}

/// A folder of our own beside its later name, gone unless it gets that name.
pub(super) struct Unfinished(PathBuf);

impl Unfinished {
    /// Makes the folder.
    ///
    /// Errors: `unwritable`.
    pub fn beside(folder: &Path) -> Result<Unfinished, Problem> {
        let mut name = std::ffi::OsString::from(format!(".gonghui-{}-", std::process::id()));
        name.push(folder.file_name().unwrap_or_default());
        let own = folder.with_file_name(name);
        // One that a killed program left; the name is ours alone.
        let _ = fs::remove_dir_all(&own);
        fs::create_dir(&own).map_err(trouble(folder))?;
        Ok(Unfinished(own))
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Gives it its name.
    ///
    /// Errors: `unwritable`.
    pub fn becomes(self, folder: &Path) -> Result<(), Problem> {
        fs::rename(&self.0, folder).map_err(trouble(folder))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The file of a package. The package finishes itself when it is let go, whatever happened: once the file is full or taken
/// away, what it writes goes nowhere, and a full disk is told of once.
#[derive(Clone)]
struct Sink(Rc<RefCell<Tap>>);

/// The file while it takes anything, where in it is written, and how long it is.
struct Tap {
    file: Option<File>,
    at: u64,
    end: u64,
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut tap = self.0.borrow_mut();
        let written = match &mut tap.file {
            Some(file) => file.write(bytes),
            None => Ok(bytes.len()),
        };
        match &written {
            Ok(written) => {
                tap.at += *written as u64;
                tap.end = tap.end.max(tap.at);
            }
            Err(why) if why.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => tap.file = None,
        }
        written
    }
    fn flush(&mut self) -> io::Result<()> {
        self.0.borrow_mut().file.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Seek for Sink {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let mut tap = self.0.borrow_mut();
        let there = match to {
            SeekFrom::Start(there) => Some(there),
            SeekFrom::Current(by) => tap.at.checked_add_signed(by),
            SeekFrom::End(by) => tap.end.checked_add_signed(by),
        };
        let there = there.ok_or(io::ErrorKind::InvalidInput)?;
        if let Some(file) = &mut tap.file {
            file.seek(SeekFrom::Start(there))?;
        }
        tap.at = there;
        Ok(there)
    }
}

/// Takes the file away when it goes.
struct Closing(Sink);

impl Drop for Closing {
    fn drop(&mut self) {
        self.0.0.borrow_mut().file = None;
    }
}

/// The package of originals while it is filled. `closing` stands before `zip`, so that it goes first.
pub(super) struct Originals {
    folder: PathBuf,
    closing: Closing,
    zip: ZipWriter<Sink>,
    options: SimpleFileOptions,
    sums: Vec<(String, String)>,
}

/// The name of the package before it is known what it is called.
const PART: &str = "originals.part";

impl Originals {
    /// Begins an empty package in the folder.
    ///
    /// Errors: `unwritable`.
    pub fn begin(folder: &Path, now: DateTime<FixedOffset>) -> Result<Originals, Problem> {
        let file = File::create_new(folder.join(PART)).map_err(trouble(folder))?;
        let part = |number: u32| u8::try_from(number).unwrap_or_default();
        let moment = zip::DateTime::from_date_and_time(
            u16::try_from(now.year()).unwrap_or_default(),
            part(now.month()),
            part(now.day()),
            part(now.hour()),
            part(now.minute()),
            part(now.second()),
        );
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(moment.unwrap_or_default());
        let sink = Sink(Rc::new(RefCell::new(Tap { file: Some(file), at: 0, end: 0 })));
        Ok(Originals {
            folder: folder.to_owned(),
            closing: Closing(sink.clone()),
            zip: ZipWriter::new(sink),
            options,
            sums: Vec::new(),
        })
    }

    /// Adds an original under its part, with the number of its piece before its name.
    ///
    /// Errors: `unwritable`.
    pub fn add(&mut self, within: &str, piece: usize, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let name = format!("{within}/{piece:03} {}", attachments::file_name(name));
        self.write(&name, bytes)?;
        self.sums.push((name, hex::encode(Sha256::digest(bytes))));
        Ok(())
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), Problem> {
        let folder = self.folder.clone();
        self.zip.start_file(name, self.options).map_err(|why| trouble(&folder)(why.into()))?;
        self.zip.write_all(bytes).map_err(trouble(&folder))
    }

    /// Closes the package under its name, the sums of its originals in it.
    ///
    /// Errors: `unwritable`.
    pub fn finish(mut self, name: &str) -> Result<Package, Problem> {
        self.write(SUMS, list(&self.sums).as_bytes())?;
        let Originals { folder, closing, zip, sums, .. } = self;
        let file = zip.finish().map_err(|why| trouble(&folder)(why.into()))?.0.borrow_mut().file.take();
        file.map_or(Ok(()), |file| file.sync_all()).map_err(trouble(&folder))?;
        drop(closing);
        let name = format!("{name}（原件）.zip");
        fs::rename(folder.join(PART), folder.join(&name)).map_err(trouble(&folder))?;
        let mut hasher = Sha256::new();
        let read = File::open(folder.join(&name)).and_then(|mut file| io::copy(&mut file, &mut hasher));
        read.map_err(trouble(&folder))?;
        Ok(Package { name, sum: hex::encode(hasher.finalize()), sums })
    }
}

/// The closed package.
pub(super) struct Package {
    name: String,
    /// Its sum, hex.
    pub sum: String,
    /// Its originals and their sums, hex.
    pub sums: Vec<(String, String)>,
}

impl Package {
    /// Writes the volume and the sums of both beside it.
    ///
    /// Errors: `unwritable`.
    pub fn with_volume(&self, folder: &Path, name: &str, pdf: &[u8]) -> Result<(), Problem> {
        let name = format!("{name}.pdf");
        let sums = [(name.clone(), hex::encode(Sha256::digest(pdf))), (self.name.clone(), self.sum.clone())];
        for (name, bytes) in [(name.as_str(), pdf), (SUMS, list(&sums).as_bytes())] {
            let written = File::create_new(folder.join(name)).and_then(|mut file| {
                file.write_all(bytes)?;
                file.sync_all()
            });
            written.map_err(trouble(folder))?;
        }
        Ok(())
    }
}

/// Sums and names as `sha256sum` writes them.
fn list(sums: &[(String, String)]) -> String {
    sums.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect()
}
