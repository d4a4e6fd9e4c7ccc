//! 监督: whether what has to be done is done.

mod health;
mod inspections;
mod issues;
mod permits;
mod promises;
mod responsibility;
mod slides;
mod warnings;

pub use health::HealthPage;
pub use inspections::InspectionsPage;
pub use issues::IssuesPage;
pub use permits::PermitsPage;
pub use promises::PromisesPage;
pub use responsibility::ResponsibilityPage;
pub use warnings::WarningsPage;
