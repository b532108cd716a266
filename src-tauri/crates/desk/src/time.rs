//! The clock of the desk: that of the host, unless the open ledger lives on a day of its own (the demo
//! union) or a script says when its line happens.

use std::sync::{Arc, PoisonError, RwLock};

use chrono::{DateTime, FixedOffset, NaiveDate};
use ledger::Clock;

/// A clock that can be set to a named day or a moment.
pub(crate) struct DeskClock {
    base: Arc<dyn Clock>,
    set: RwLock<Setting>,
}

#[derive(Clone, Copy, Default)]
struct Setting {
    moment: Option<DateTime<FixedOffset>>,
    day: Option<NaiveDate>,
}

impl DeskClock {
    pub(crate) fn new(base: Arc<dyn Clock>) -> Self {
        DeskClock { base, set: RwLock::default() }
    }

    /// The day the open ledger lives on; the time of day stays that of the host.
    pub(crate) fn set_day(&self, day: Option<NaiveDate>) {
        self.set.write().unwrap_or_else(PoisonError::into_inner).day = day;
    }

    /// The moment a script's line happens.
    pub(crate) fn set_moment(&self, moment: Option<DateTime<FixedOffset>>) {
        self.set.write().unwrap_or_else(PoisonError::into_inner).moment = moment;
    }
}

impl Clock for DeskClock {
    fn now(&self) -> DateTime<FixedOffset> {
        let set = *self.set.read().unwrap_or_else(PoisonError::into_inner);
        let now = self.base.now();
        if let Some(moment) = set.moment {
            return moment;
        }
        match set.day.and_then(|day| day.and_time(now.time()).and_local_timezone(*now.offset()).single()) {
            Some(moved) => moved,
            None => now,
        }
    }
}
