//! 监督: whether what has to be done is done.

mod health;
mod inspections;
mod issues;
mod permits;
mod promises;
mod responsibility;
mod slides;
mod warnings;

use crate::ui::unasked::Piece;

pub use health::HealthPage;
pub use inspections::InspectionsPage;
pub use issues::IssuesPage;
pub use permits::PermitsPage;
pub use promises::PromisesPage;
pub use responsibility::ResponsibilityPage;
pub use warnings::WarningsPage;

/// What the pages are made from, before anybody asks.
pub const UNASKED: &[Piece] = &[
    warnings::prepare,
    responsibility::prepare,
    issues::prepare,
    permits::prepare,
    promises::prepare,
    health::prepare,
];
