//! What holds for the floor as a whole: the schema's snapshot, and who may use whom among the modules.

mod graph;
mod snapshot;
