//! 监督: whether what has to be done is done.

mod health;
mod inspections;
mod issues;
mod permits;
mod promises;
mod slides;
mod sums;

pub use health::HealthPage;
pub use inspections::InspectionsPage;
pub use issues::IssuesPage;
pub use permits::PermitsPage;
pub use promises::PromisesPage;
