//! The contract: every command with its types, rights and shape; the open ledger and the person at the
//! desk. Hosts serve this and nothing else; what a command decides stands in `affairs`.

mod bindings;
pub mod commands;
mod contract;
mod desk;
mod files;
mod keeper;
mod known;
mod lent;
mod machine;
mod open;
mod progress;
mod script;
mod templates;
mod time;
mod wages;

pub use affairs::Problem;
pub use bindings::{bindings, clashing_names};
pub use contract::{Answer, Command, Effect, Module, Right, Shape, commands};
pub use desk::{Config, Desk};
pub use files::{FileHandle, Paths, PlainPaths};
pub use paper::FontPlaces;
pub use progress::{NoProgress, Progress};
pub use script::{Line, Names};
