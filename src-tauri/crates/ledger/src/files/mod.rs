//! Attachments: files of any type beside the ledger, each under a name that follows from its content, each
//! encrypted, none ever rewritten. What a row says of an attachment belongs to the floors above; what it is
//! encrypted with is `secrets`, what may be swept is `sweep`.

mod named;
mod secrets;
mod sweep;

pub(crate) use named::{is_content, named, named_by_step, referred};
pub(crate) use secrets::{Secrets, carry, renew};
pub use sweep::Swept;

use crate::{Ledger, LedgerError, belongs_to_ledger, folder};
use age::{Decryptor, Encryptor, Identity, Recipient};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// What is read or written between two looks.
const CHUNK: usize = 64 * 1024;
/// A file being written, not yet under its name.
pub(crate) const NEW: &str = ".new-";

/// The attachments of an open ledger.
pub struct Files<'a> {
    ledger: &'a Ledger,
}

/// A file that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRef {
    /// its name: 64 hex digits, a keyed hash of its content, so that it confirms nothing to who lacks the key
    pub content: String,
    /// bytes of the content
    pub bytes: u64,
}

impl Ledger {
    /// The attachments.
    pub fn files(&self) -> Files<'_> {
        Files { ledger: self }
    }
}

impl Files<'_> {
    /// Keeps what `from` reads, once whatever its name: encrypted while it is read, in constant memory, on the
    /// disk before it has its name. A row is to name it in a step afterwards; until one does, or the program ends, no
    /// sweep takes it. `look(bytes read)` may stop it; then nothing stays.
    pub fn put(
        &self,
        from: &mut dyn Read,
        look: &mut dyn FnMut(u64) -> bool,
    ) -> Result<FileRef, LedgerError> {
        let secrets = Secrets::ready(self.ledger)?;
        let dir = self.ledger.folder.files();
        fs::create_dir_all(&dir)?;
        let part = format!("{NEW}{}", hex::encode(crate::keys::random::<8>()?.as_ref()));
        self.ledger.hold_file(&part);
        let path = dir.join(&part);
        let kept = self.seal(from, &path, &secrets, look).and_then(|(content, bytes)| {
            self.ledger.hold_file(&content);
            let target = dir.join(&content);
            // The same content again: what stands is kept, unless it was damaged and this heals it.
            if target.exists() && self.read(&content, &mut io::sink(), &mut |_| true).is_ok() {
                fs::remove_file(&path)?;
            } else {
                fs::rename(&path, &target)?;
                folder::sync_dir(&dir)?;
            }
            Ok(FileRef { content, bytes })
        });
        if kept.is_err() {
            // Half a file is none; what cannot go now is swept.
            let _ = fs::remove_file(&path);
        }
        self.ledger.let_file_go(&part);
        kept
    }

    fn seal(
        &self,
        from: &mut dyn Read,
        path: &Path,
        secrets: &Secrets,
        look: &mut dyn FnMut(u64) -> bool,
    ) -> Result<(String, u64), LedgerError> {
        let (key, identity) = secrets.first()?;
        let recipient = identity.to_public();
        let sealing = Encryptor::with_recipients(std::iter::once(&recipient as &dyn Recipient))
            .map_err(|_| LedgerError::Io(io::ErrorKind::Other.into()))?;
        let file = BufWriter::new(File::create_new(path)?);
        let mut out = sealing.wrap_output(file)?;
        let mut hash = hash(key)?;
        let (mut chunk, mut bytes) = (vec![0; CHUNK], 0);
        loop {
            if !look(bytes) {
                return Err(LedgerError::Cancelled);
            }
            let read = match from.read(&mut chunk) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if read == 0 {
                break;
            }
            hash.update(&chunk[..read]);
            out.write_all(&chunk[..read])?;
            bytes += read as u64;
        }
        let file = out.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok((hex::encode(hash.finalize().into_bytes()), bytes))
    }

    /// Writes the content to `to`. Only when this is `Ok` is it whole and the one that the name stands for: until
    /// then nobody may be shown it. Errors: `FileMissing`, `FileDamaged`, `Cancelled`.
    pub fn read(
        &self,
        content: &str,
        to: &mut dyn Write,
        look: &mut dyn FnMut(u64) -> bool,
    ) -> Result<u64, LedgerError> {
        let secrets = Secrets::load(self.ledger)?;
        read_sealed(&self.path(content)?, content, &secrets, to, look)
    }

    /// The content as a file of its own: it appears under its name only when it is whole.
    ///
    /// Errors: `Unwritable` for a place inside a ledger or its copies, over a folder or a device.
    pub fn save(
        &self,
        content: &str,
        to: &Path,
        look: &mut dyn FnMut(u64) -> bool,
    ) -> Result<u64, LedgerError> {
        if belongs_to_ledger(to) || fs::metadata(to).is_ok_and(|there| !there.is_file()) {
            return Err(LedgerError::Unwritable);
        }
        // A name of our own beside the target, and never over a file that is there.
        let part = format!(".gonghui-{}.part", hex::encode(crate::keys::random::<8>()?.as_ref()));
        let part = to.with_file_name(part);
        let saved = (|| {
            let mut file = BufWriter::new(File::options().write(true).create_new(true).open(&part)?);
            let bytes = self.read(content, &mut file, look)?;
            file.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
            fs::rename(&part, to)?;
            Ok(bytes)
        })();
        if saved.is_err() {
            // Plain text of half a file must not stay.
            let _ = fs::remove_file(&part);
        }
        saved
    }

    /// The content in memory, for what is known to be small. Errors: as `read`, and `FileDamaged` above `limit`.
    pub fn bytes(&self, content: &str, limit: u64) -> Result<Vec<u8>, LedgerError> {
        let mut all = Vec::new();
        match self.read(content, &mut all, &mut |bytes| bytes <= limit) {
            Err(LedgerError::Cancelled) => Err(LedgerError::FileDamaged),
            read => read.map(|_| all),
        }
    }

    fn path(&self, content: &str) -> Result<PathBuf, LedgerError> {
        // A name from outside never becomes a path of its own making.
        if is_content(content) {
            Ok(self.ledger.folder.files().join(content))
        } else {
            Err(LedgerError::FileMissing)
        }
    }
}

/// Decrypts a file and proves that it is the content of its name.
pub(crate) fn read_sealed(
    path: &Path,
    content: &str,
    secrets: &Secrets,
    to: &mut dyn Write,
    look: &mut dyn FnMut(u64) -> bool,
) -> Result<u64, LedgerError> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(LedgerError::FileMissing),
        file => BufReader::with_capacity(CHUNK, file?),
    };
    let opened = Decryptor::new_buffered(file).map_err(|_| LedgerError::FileDamaged)?;
    let identities = secrets.identities()?;
    let mut reader = opened
        .decrypt(identities.iter().map(|identity| identity as &dyn Identity))
        .map_err(|_| LedgerError::FileDamaged)?;
    let mut hashes = secrets.keys().map(hash).collect::<Result<Vec<_>, _>>()?;
    let (mut chunk, mut bytes) = (vec![0; CHUNK], 0);
    loop {
        if !look(bytes) {
            return Err(LedgerError::Cancelled);
        }
        let read = match reader.read(&mut chunk) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            // A bad chunk or an end too early; a failing disk is told as such.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof) =>
            {
                return Err(LedgerError::FileDamaged);
            }
            Err(error) => return Err(error.into()),
        };
        if read == 0 {
            break;
        }
        hashes.iter_mut().for_each(|hash| hash.update(&chunk[..read]));
        to.write_all(&chunk[..read])?;
        bytes += read as u64;
    }
    let name = hex::decode(content).map_err(|_| LedgerError::FileDamaged)?;
    // Whole and sealed by us, but another file under this name, is as bad as a broken one.
    if hashes.into_iter().any(|hash| hash.verify_slice(&name).is_ok()) {
        Ok(bytes)
    } else {
        Err(LedgerError::FileDamaged)
    }
}

fn hash(key: &[u8; 32]) -> Result<Hmac<Sha256>, LedgerError> {
    // HMAC takes keys of any length; the error is for other kinds of it.
    Hmac::new_from_slice(key).map_err(|_| LedgerError::Damaged)
}
