//! The settings of a ledger, each with its bounds and what holds when it was never changed. How long records
//! are kept before a purge is not here: that is law and stands with the trash.

use chrono::{Days, NaiveDate};
use ledger::Tx;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Problem;
use crate::union::store;

/// The settings as the window shows and keeps them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Settings {
    /// Minutes without a touch after which the ledger locks itself, 1 to 120.
    pub idle_minutes: u32,
    /// Days after which 今日 reminds of a copy outside the laptop, 1 to 90.
    pub outside_copy_days: u32,
    /// Days before a term or certificate ends from which 今日 reminds of it, 0 to 365; 0 is the day itself.
    #[serde(default = "ahead")]
    pub expiry_days: u32,
}

/// Long enough for an election to be asked for, approved and held.
fn ahead() -> u32 {
    Settings::default().expiry_days
}

impl Settings {
    /// Whether what ends on `until` is told of today.
    pub(crate) fn reminds(&self, until: NaiveDate, today: NaiveDate) -> bool {
        today + Days::new(self.expiry_days.into()) >= until
    }

    /// How many days ahead, as a duty says it.
    pub(crate) fn reminder_words(&self) -> String {
        match self.expiry_days {
            0 => "按设置到期当天提醒".to_owned(),
            days => format!("按设置提前{days}天提醒"),
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Settings { idle_minutes: 10, outside_copy_days: 14, expiry_days: 90 }
    }
}

const IDLE: &str = "idle_minutes";
const OUTSIDE_COPY: &str = "outside_copy_days";
const EXPIRY: &str = "expiry_days";
/// Where members find the union; kept by its record (`details`).
pub(super) const OFFICE: &str = "union_office";
/// The union's phone number; kept by its record (`details`).
pub(super) const PHONE: &str = "union_phone";

/// What the setting kept under this name is called.
pub(crate) fn label(name: &str) -> Option<&'static str> {
    match name {
        IDLE => Some("自动锁定的分钟数"),
        OUTSIDE_COPY => Some("提醒外部备份的天数"),
        EXPIRY => Some("任期、证书到期提前提醒的天数"),
        OFFICE => Some("工会办公地点"),
        PHONE => Some("工会联系电话"),
        _ => None,
    }
}

/// The union's phone number, where it is told.
pub(crate) fn phone(connection: &Connection) -> Result<Option<String>, Problem> {
    store::setting(connection, PHONE)
}

/// The settings of this ledger.
pub fn read(connection: &Connection) -> Result<Settings, Problem> {
    let standard = Settings::default();
    let number = |name, otherwise| {
        let kept = store::setting(connection, name)?.and_then(|text| text.parse().ok());
        Ok::<u32, Problem>(kept.unwrap_or(otherwise))
    };
    Ok(Settings {
        idle_minutes: number(IDLE, standard.idle_minutes)?,
        outside_copy_days: number(OUTSIDE_COPY, standard.outside_copy_days)?,
        expiry_days: number(EXPIRY, standard.expiry_days)?,
    })
}

/// Keeps the settings.
///
/// Errors: `bad_input` at the one out of bounds.
pub fn save(tx: &Tx, settings: Settings) -> Result<(), Problem> {
    if !(1..=120).contains(&settings.idle_minutes) {
        return Err(Problem::input("idleMinutes", "自动锁定的时间应在1到120分钟之间。"));
    }
    if !(1..=90).contains(&settings.outside_copy_days) {
        return Err(Problem::input("outsideCopyDays", "外部备份的提醒天数应在1到90天之间。"));
    }
    if settings.expiry_days > 365 {
        return Err(Problem::input("expiryDays", "到期提醒最多提前365天。"));
    }
    store::set_setting(tx, EXPIRY, &settings.expiry_days.to_string())?;
    store::set_setting(tx, IDLE, &settings.idle_minutes.to_string())?;
    store::set_setting(tx, OUTSIDE_COPY, &settings.outside_copy_days.to_string())
}
