//! Rules as data: statutory numbers, who owes what, and how days and votes are counted.
//! Here belong the packs' reader, the choice between layers, calendars, clocks, thresholds and the
//! sentences that explain them. Nothing here knows of people, papers, storage or the clock on the wall.

mod book;
mod calendar;
mod cases;
mod clock;
mod days;
mod error;
mod explain;
mod find;
mod notice;
mod own;
mod pack;
mod quantity;
mod questions;
mod rule;
mod ruling;
mod survey;
mod taken;
pub mod theme;
mod unannounced;
pub mod votes;
mod words;

pub use book::{ID_TWICE, LawBook};
pub use calendar::{Calendar, CalendarYear, FixedDay, FixedDays, MovingHoliday, NamedDay};
pub use cases::CaseOutcome;
pub use clock::{Awaiting, Deadline, OtherDate, Window};
pub use days::term_end;
pub use error::LawError;
pub use explain::{Explanation, Run, RunKind, Skipped};
pub use find::Words;
pub use notice::{HolidayAsked, Notice, NoticeFault, NoticeHoliday};
pub use own::{OwnFault, OwnRule};
pub use quantity::{Amount, Band, Quantity, Threshold, Unit};
pub use rule::{
    Actor, Case, Confidence, Direction, Expect, Force, Given, Item, Kind, Layer, Pack, Place, Rule, RuleRef,
    Status,
};
pub use ruling::{Beaten, BeatenRef, Ruling, RulingView};
pub use survey::{Found, Standing};
pub use taken::{Older, PackChange, Publisher, SignedBy, is_public_key, signed_by};
