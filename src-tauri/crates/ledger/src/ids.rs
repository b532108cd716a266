//! Where ids come from: UUIDv7, rising within a millisecond so that bulk inserts stay at the index's end.
//! Keys, nonces and passphrase salts never come from here, so that a seeded run is still a safe ledger.

use chrono::{DateTime, FixedOffset};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::{Builder, Uuid};

/// A source of ids and of the journal's salts.
pub trait Ids: Send + Sync {
    /// The next UUIDv7 for this moment, greater than the one before.
    fn next(&self, now: DateTime<FixedOffset>) -> Uuid;
    /// Fills `out` with randomness for salts.
    fn bytes(&self, out: &mut [u8]);
    /// Told by the ledger where it stands (each step has its own stream, also one that leaves no journal row), so
    /// that a seeded source gives a step the same ids whether the steps run in one process or in many. Nothing to
    /// do for a random one.
    fn rewind(&self, _stream: u64) {}
}

/// Ids from randomness of the operating system.
#[derive(Debug, Default)]
pub struct RandomIds(Mutex<Rising>);

impl RandomIds {
    /// A new source.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Ids for RandomIds {
    fn next(&self, now: DateTime<FixedOffset>) -> Uuid {
        lock(&self.0).next(now, &mut rand::rng())
    }

    fn bytes(&self, out: &mut [u8]) {
        rand::rng().fill_bytes(out);
    }
}

/// Ids from a seed: the same each run. For scripts and tests.
#[derive(Debug)]
pub struct SeededIds {
    seed: u64,
    state: Mutex<(ChaCha20Rng, Rising)>,
}

impl SeededIds {
    /// A source that repeats itself for the same seed.
    pub fn new(seed: u64) -> Self {
        Self { seed, state: Mutex::new((ChaCha20Rng::seed_from_u64(seed), Rising::default())) }
    }
}

impl Ids for SeededIds {
    fn next(&self, now: DateTime<FixedOffset>) -> Uuid {
        let (rng, rising) = &mut *lock(&self.state);
        rising.next(now, rng)
    }

    fn bytes(&self, out: &mut [u8]) {
        lock(&self.state).0.fill_bytes(out);
    }

    fn rewind(&self, stream: u64) {
        let mut rng = ChaCha20Rng::seed_from_u64(self.seed);
        rng.set_stream(stream);
        // Under a fixed clock the stream's number keeps ids of later steps above those of earlier ones.
        let tail = (u128::from(stream & 0x1_FFFF_FFFF) << 40) | u128::from(rng.next_u64() & 0xFF_FFFF_FFFF);
        *lock(&self.state) = (rng, Rising { millis: 0, tail, kept: true });
    }
}

/// The last millisecond, and the 74 bits given in it.
#[derive(Debug, Default)]
struct Rising {
    millis: u64,
    tail: u128,
    /// the tail was set by `rewind` and holds for the next millisecond too
    kept: bool,
}

impl Rising {
    fn next(&mut self, now: DateTime<FixedOffset>, rng: &mut dyn RngCore) -> Uuid {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        if millis > self.millis {
            self.millis = millis;
            if !self.kept {
                self.tail = (u128::from(rng.next_u64()) << 8) | u128::from(rng.next_u32() & 0xFF);
            }
            self.kept = false;
        }
        self.tail += 1 + u128::from(rng.next_u32() & 0xFFFF);
        if self.tail >> 74 != 0 {
            self.millis += 1;
            self.tail = 1;
        }
        // 12 bits before the variant, 62 after it.
        let mut bytes = [0u8; 10];
        let high = (self.tail >> 62) as u16 & 0x0FFF;
        let low = self.tail as u64 & 0x3FFF_FFFF_FFFF_FFFF;
        bytes[..2].copy_from_slice(&high.to_be_bytes());
        bytes[2..].copy_from_slice(&low.to_be_bytes());
        Builder::from_unix_timestamp_millis(self.millis, &bytes).into_uuid()
    }
}

/// The state behind is valid at every point where a panic could leave it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::shanghai;
    use chrono::TimeZone;

    fn at(second: u32) -> DateTime<FixedOffset> {
        shanghai().with_ymd_and_hms(2026, 11, 16, 9, 0, second).unwrap()
    }

    fn take(ids: &dyn Ids, n: usize) -> Vec<Uuid> {
        (0..n).map(|_| ids.next(at(0))).collect()
    }

    #[test]
    fn ids_rise_and_are_version_7() {
        for ids in [&RandomIds::new() as &dyn Ids, &SeededIds::new(7)] {
            let mut all = take(ids, 5_000);
            all.push(ids.next(at(1)));
            assert!(all.windows(2).all(|w| w[0] < w[1]), "each id must be above the one before");
            assert!(all.iter().all(|id| id.get_version_num() == 7));
        }
    }

    #[test]
    fn a_seed_repeats_itself_per_step_whatever_ran_before() {
        let (one, two) = (SeededIds::new(42), SeededIds::new(42));
        one.rewind(6);
        let _ = take(&one, 100);
        one.rewind(8);
        two.rewind(8);
        let (a, b) = (take(&one, 3), take(&two, 3));
        assert_eq!(a, b, "ids of a step must not depend on earlier steps of the process");
        two.rewind(10);
        assert!(take(&two, 1)[0] > a[2], "a later step must give later ids even when the clock stands");
        assert_ne!(take(&SeededIds::new(1), 1), take(&SeededIds::new(2), 1));
    }
}
