//! Time comes from outside: the system's clock in use, a fixed one in tests and scripts.
//! This is the only place that may read the system's clock. Deadlines are reckoned by the law floor.

use chrono::{DateTime, FixedOffset, NaiveDate};

/// The wall clock of the desk, always at +08:00.
pub trait Clock: Send + Sync {
    /// This moment.
    fn now(&self) -> DateTime<FixedOffset>;
    /// This day in China.
    fn today(&self) -> NaiveDate {
        self.now().date_naive()
    }
}

/// Asia/Shanghai, which has had no other offset since 1991.
pub fn shanghai() -> FixedOffset {
    FixedOffset::east_opt(8 * 3600).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc))
}

/// The system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place that reads it for everyone
    fn now(&self) -> DateTime<FixedOffset> {
        chrono::Utc::now().with_timezone(&shanghai())
    }
}

/// A clock that stands still.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub DateTime<FixedOffset>);

impl Clock for FixedClock {
    fn now(&self) -> DateTime<FixedOffset> {
        self.0.with_timezone(&shanghai())
    }
}
