//! Journeys: the headless program `gonghui` on a real encrypted ledger, as scripts and machines without a
//! window use it. Each command is a process of its own unless a journey says otherwise. What a unit test can
//! show is not here, and no journey touches the user's own folders.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it fails")]

mod alone;
mod archive;
mod attachments;
mod bad_input;
mod calendar;
mod committee;
mod concluding;
mod contract_text;
mod copies;
mod correcting;
mod correspondence;
mod crash;
mod delegates;
mod demo;
mod dossier;
mod dues;
mod duplicates;
mod election;
mod erased;
mod faces;
mod fee;
mod forms;
mod gonghui;
mod history;
mod incoming;
mod jiangxi;
mod joining;
mod judges;
mod law;
mod leaving;
mod letters;
mod lists;
mod looking;
mod meeting;
mod membership;
mod older;
mod outgoing;
mod own_rules;
mod packs;
mod pay;
mod people;
mod places;
mod platform;
mod recovery;
mod refused;
mod regions;
mod replay;
mod report;
mod representatives;
mod rights;
mod roster_again;
mod rosters;
mod round;
mod same;
mod seats;
mod secrecy;
mod sheets;
mod succession;
mod templates;
mod trash;
mod union;
mod wording;
