//! Companies and contacts.

mod cards;
mod contact;
mod contacts;
mod create;
mod export;
mod follow_ups;
mod list;
mod merge;
mod page;
mod projects;
mod row;

pub use list::CompaniesPage;
pub use page::CompanyPage;
