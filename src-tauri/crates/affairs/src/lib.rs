//! affairs
