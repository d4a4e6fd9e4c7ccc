//! The only code that touches the browser.

pub mod clock;
pub mod random;
