//! Making changes durable, and finding them again.

pub mod codec;
pub mod frame;
pub mod keys;
pub mod pack15;
pub mod wire;
