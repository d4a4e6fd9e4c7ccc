//! The page of one project, and the page that registers a new one.

mod create;
mod draft;
mod more;
mod page;
mod same;

pub use create::NewProjectPage;
pub use page::ProjectPage;
