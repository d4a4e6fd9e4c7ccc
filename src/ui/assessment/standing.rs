//! How a number stands against the time, as a light.

use crate::domain::Decimal;
use crate::rules::targets::{Row, Standing};
use crate::ui::widgets::Level;

/// The light of a row; none without a target. Published rules light yellow up to 30 points behind, and red beyond
/// (domain notes R24).
pub(super) fn level(row: &Row) -> Option<Level> {
    match (row.standing, row.ahead) {
        (Standing::NoTarget, _) => None,
        (Standing::Behind, Some(ahead)) if ahead < Decimal::hundredths(-30) => Some(Level::Red),
        (Standing::Behind, _) => Some(Level::Yellow),
        (Standing::Ahead | Standing::Met, _) => Some(Level::Green),
    }
}
