//! 考核: what was to be done, how far it has come, and what it is worth by the county's own rules.

mod behind;
mod period;
mod progress;
mod rules;
mod scores;
mod targets;

pub use progress::ProgressPage;
pub use rules::RulesPage;
pub use scores::ScoresPage;
pub use targets::TargetsPage;
