//! 考核: what was to be done, how far it has come, and what it is worth by the county's own rules.

mod aims;
mod behind;
mod bulletins;
mod contests;
mod hearings;
mod measured;
mod overview;
mod period;
mod progress;
mod rules;
mod scored;
mod scores;
mod standing;
mod targets;
mod whose;

use crate::ui::unasked::Piece;

pub use bulletins::BulletinsPage;
pub use contests::ContestsPage;
pub use hearings::HearingsPage;
pub use overview::OverviewPage;
pub use progress::ProgressPage;
pub use rules::RulesPage;
pub use scores::ScoresPage;
pub use targets::TargetsPage;

/// What the pages are made from, before anybody asks.
pub const UNASKED: &[Piece] = &[measured::prepare, aims::prepare, overview::prepare, scores::prepare];
