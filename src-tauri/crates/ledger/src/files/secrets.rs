//! What attachments are named and sealed with: a key for the hash of their names and an age identity, kept in
//! the encrypted ledger. Earlier ones stay, so that what was sealed with them opens.

use crate::{Ledger, LedgerError, meta};
use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use rusqlite::Connection;
use zeroize::Zeroizing;

/// The note in `ledger_meta`: a line each, hash key and identity, the one in use first.
const NOTE: &str = "files.secrets";

/// All of them, the one in use first.
pub(crate) struct Secrets(Vec<(Zeroizing<[u8; 32]>, Zeroizing<String>)>);

impl Secrets {
    /// Those of the ledger; none before the first attachment.
    pub fn load(ledger: &Ledger) -> Result<Self, LedgerError> {
        ledger.read(Self::of)
    }

    /// Those of an open file.
    pub fn of(conn: &Connection) -> Result<Self, LedgerError> {
        Self::parse(&Zeroizing::new(meta::read(conn, NOTE)?.unwrap_or_default()))
    }

    /// Those of the ledger, made now if there are none.
    pub fn ready(ledger: &Ledger) -> Result<Self, LedgerError> {
        let secrets = Self::load(ledger)?;
        if !secrets.0.is_empty() {
            return Ok(secrets);
        }
        let conn = ledger.writer.enter()?;
        // Another thread may have come first.
        let secrets = Self::of(&conn)?;
        if !secrets.0.is_empty() {
            return Ok(secrets);
        }
        renew(&conn)?;
        Self::of(&conn)
    }

    /// Hash key and identity for new files.
    pub fn first(&self) -> Result<(&[u8; 32], Identity), LedgerError> {
        let (key, identity) = self.0.first().ok_or(LedgerError::FileDamaged)?;
        Ok((key, identity.parse().map_err(|_| LedgerError::Damaged)?))
    }

    /// Every identity.
    pub fn identities(&self) -> Result<Vec<Identity>, LedgerError> {
        self.0.iter().map(|(_, identity)| identity.parse().map_err(|_| LedgerError::Damaged)).collect()
    }

    /// Every hash key, each once.
    pub fn keys(&self) -> impl Iterator<Item = &[u8; 32]> {
        let all: Vec<&[u8; 32]> = self.0.iter().map(|(key, _)| &**key).collect();
        let once = all.iter().enumerate().filter(|(i, key)| !all[..*i].contains(key)).map(|(_, key)| *key);
        once.collect::<Vec<_>>().into_iter()
    }

    fn parse(text: &str) -> Result<Self, LedgerError> {
        let line = |line: &str| {
            let (key, identity) = line.split_once(' ')?;
            let key = Zeroizing::new(hex::decode(key).ok()?);
            Some((Zeroizing::new(key.as_slice().try_into().ok()?), Zeroizing::new(identity.to_owned())))
        };
        text.lines().map(line).collect::<Option<Vec<_>>>().map(Self).ok_or(LedgerError::Damaged)
    }

    fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(self.0.len() * 160));
        for (key, identity) in &self.0 {
            text.push_str(&Zeroizing::new(hex::encode(**key)));
            text.push(' ');
            text.push_str(identity);
            text.push('\n');
        }
        text
    }
}

/// Takes a fresh identity into use; the hash key stays, so that the same content keeps one name. At the first
/// attachment, and when the ledger's key changes: who had the old key opens no new attachment.
pub(crate) fn renew(conn: &Connection) -> Result<(), LedgerError> {
    let mut secrets = Secrets::of(conn)?;
    let key = match secrets.0.first() {
        Some((key, _)) => key.clone(),
        None => crate::keys::random::<32>()?,
    };
    let identity = Identity::generate().to_string();
    secrets.0.insert(0, (key, Zeroizing::new(identity.expose_secret().to_owned())));
    meta::keep(conn, NOTE, &secrets.text())
}

/// Joins those of the ledger that is put in the place of the present one to those of the present: both have files here. The one in
/// use stays in use: a copy from before a change of keys has one that whoever had the key of then knows.
pub(crate) fn carry(present: &Connection, restored: &Connection) -> Result<(), LedgerError> {
    let (mut all, before) = (Secrets::of(present)?, Secrets::of(restored)?);
    for one in before.0 {
        if !all.0.contains(&one) {
            all.0.push(one);
        }
    }
    if all.0.is_empty() { Ok(()) } else { meta::keep(restored, NOTE, &all.text()) }
}
