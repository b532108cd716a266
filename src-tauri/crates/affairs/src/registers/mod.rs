//! The registers (台账) that a union keeps of its people beside the roster, a folder each. What a register holds of health or of a
//! household is told to whoever may read health and said what for.

pub mod hardship;
