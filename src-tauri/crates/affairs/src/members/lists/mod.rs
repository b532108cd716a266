//! Lists of members: how many of each kind there are, lists kept by name, and changes to many people at once. Which people a
//! query finds is `store`'s.

pub mod bulk;
pub mod columns;
pub mod counts;
pub mod model;
pub mod saved;
