//! The ledger's key in memory, and how a passphrase becomes a key that wraps it.
//! All randomness here is the operating system's. Where wrapped keys are kept is `slots`.

use crate::{LedgerError, Passphrase};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use rand::{TryRngCore, rngs::OsRng};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;
use zeroize::Zeroizing;

/// The 256-bit key of a ledger. Wiped when dropped, never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct RawKey(Zeroizing<[u8; 32]>);

impl RawKey {
    /// A key of 32 known bytes: for builders in tests.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A fresh key from the operating system.
    pub fn random() -> Result<Self, LedgerError> {
        random().map(Self)
    }

    /// The cipher that keeps earlier keys: a key of its own, drawn from this one.
    pub(crate) fn keeper(&self) -> XChaCha20Poly1305 {
        let key = Zeroizing::new(<[u8; 32]>::from(
            Sha256::new_with_prefix(b"gonghui keeper of earlier keys\n")
                .chain_update(self.0.as_ref())
                .finalize(),
        ));
        XChaCha20Poly1305::new(chacha20poly1305::Key::from_slice(key.as_ref()))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The statement that hands the key to SQLCipher, as a raw key that needs no derivation.
    pub(crate) fn pragma(&self) -> Zeroizing<String> {
        self.statement("PRAGMA key")
    }

    /// The statement that writes the file anew under this key.
    pub(crate) fn rekey_pragma(&self) -> Zeroizing<String> {
        self.statement("PRAGMA rekey")
    }

    fn statement(&self, pragma: &str) -> Zeroizing<String> {
        // Filled within its first allocation, so that no copy of half a key stays behind.
        let mut sql = Zeroizing::new(String::with_capacity(96));
        sql.push_str(pragma);
        sql.push_str(" = \"x'");
        for byte in self.0.iter() {
            for digit in [byte >> 4, byte & 15] {
                sql.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
            }
        }
        sql.push_str("'\"");
        sql
    }
}

impl fmt::Debug for RawKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawKey(…)")
    }
}

/// A key that the ledger had before a re-key, and the last step it was used to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierKey {
    /// number of the last step written under it
    pub until: i64,
    /// the key, which opens backups of that time
    pub key: RawKey,
}

/// `N` bytes from the operating system.
pub(crate) fn random<const N: usize>() -> Result<Zeroizing<[u8; N]>, LedgerError> {
    let mut bytes = Zeroizing::new([0u8; N]);
    OsRng.try_fill_bytes(bytes.as_mut()).map_err(|e| LedgerError::Io(std::io::Error::other(e)))?;
    Ok(bytes)
}

/// The cost of Argon2id (RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kdf {
    /// memory in KiB
    pub memory_kib: u32,
    /// passes over the memory
    pub passes: u32,
    /// lanes
    pub lanes: u32,
}

impl Kdf {
    /// 64 MiB and three passes: RFC 9106, the second recommended set.
    pub const fn standard() -> Self {
        Self { memory_kib: 64 * 1024, passes: 3, lanes: 1 }
    }

    /// Nearly free. For tests only.
    pub const fn quick() -> Self {
        Self { memory_kib: 64, passes: 1, lanes: 1 }
    }

    /// Refuses costs that no ledger of ours was written with: a damaged file must not eat the memory.
    pub(crate) fn is_sane(self) -> bool {
        (8..=1024 * 1024).contains(&self.memory_kib)
            && (1..=64).contains(&self.passes)
            && (1..=16).contains(&self.lanes)
    }

    pub(crate) fn derive(
        self,
        passphrase: &Passphrase,
        salt: &[u8],
    ) -> Result<Zeroizing<[u8; 32]>, LedgerError> {
        let refused = |_| LedgerError::KeysDamaged;
        let params =
            argon2::Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(refused)?;
        let argon = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        let mut key = Zeroizing::new([0u8; 32]);
        argon.hash_password_into(passphrase.bytes(), salt, key.as_mut()).map_err(refused)?;
        Ok(key)
    }
}

impl Default for Kdf {
    fn default() -> Self {
        Self::standard()
    }
}
