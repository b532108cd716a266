//! The contract: every command with its types, rights and shape; the open ledger and the person at the
//! desk. Hosts serve this and nothing else; what a command decides stands in `affairs`.

mod bindings;
mod care;
mod command;
pub mod commands;
mod contract;
mod desk;
mod files;
mod fitting;
mod home;
mod keeper;
mod known;
mod leave_memory;
mod leave_rows;
mod lent;
mod machine;
mod open;
mod preview;
mod progress;
mod rights;
mod script;
mod site;
mod templates;
mod time;
mod types;
mod wage_memory;
mod wages;
mod ways;

pub use affairs::Problem;
pub use bindings::{bindings, clashing_names};
pub use command::{Answer, Command, Effect, Shape};
pub use contract::commands;
pub use desk::{Config, Desk};
pub use files::{FileHandle, Paths, PlainPaths};
pub use paper::FontPlaces;
pub use progress::{NoProgress, Progress};
pub use rights::{Module, Right};
pub use script::{Line, Names};
