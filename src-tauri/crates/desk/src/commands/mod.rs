//! What each command does, a file a module of the contract. Bodies are thin: they read arguments, call
//! `affairs`, and put answers together. Law and rows do not belong here.

pub mod bring;
pub mod calendar;
pub mod check;
pub mod consents;
pub mod copies;
pub mod demo;
pub mod drafts;
pub mod files;
pub mod hand_over;
pub mod history;
pub mod history_export;
pub mod incoming;
pub mod law;
pub mod ledger;
mod lost_files;
pub mod members;
pub mod members_export;
pub mod moves;
pub mod negotiation;
pub mod outgoing;
pub mod own_rules;
pub mod packs;
pub mod paper_texts;
pub mod papers;
pub mod papers_saved;
pub mod people;
pub mod purged;
pub mod registers_export;
pub mod report;
pub mod rules;
pub mod search;
pub mod settings;
pub mod sight;
pub mod succession;
pub mod today;
pub mod trash;
