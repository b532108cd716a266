//! The workers' congress (职工代表大会) and the general meeting (职工大会): its terms with their delegates, their motions, its sessions from
//! agenda to report; and the sessions of the talks with the votes on each matter, the lines they are held against, and the papers
//! of a vote. What is voted on there belongs to the module that brings it. The members' congress is another body and stands in
//! `union`.

pub mod delegates;
pub mod meetings;
pub mod model;
pub mod motions;
pub mod papers;
pub mod rules;
pub mod store;
