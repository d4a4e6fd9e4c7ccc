//! Where the user is: one enum for every page, written in the address after `#`.
//!
//! The address is a hash because the one-file edition runs under `file://`, where no other part of
//! an address can change; the installed edition uses the same, so a link works in both. A router
//! library would bring nested outlets, server loading and a parameter language, none of which a
//! dozen flat pages need, and weight before the first card.
//!
//! `#/projects/table?q=锂电&view=v-…` is a [`Location`]: the page ([`Route`]) and its state
//! ([`Query`]), such as the search words or the open card. Changing the state replaces the history
//! entry, so that Back leads to the page before and not through every keystroke.

mod history;
mod link;
mod query;
mod table;
#[cfg(test)]
mod tests;
mod work;

pub use history::{PAGE_ID, install, location, navigate, replace, route, scrolled, set_query, use_query};
pub use link::{A, link};
pub use query::Query;
pub use table::{TABLE_VIEW, table_link};
pub use work::Work;

use crate::domain::{Kind, RecordId};
use crate::i18n::{Text, shell};
use std::fmt;

/// A page of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// Before a workspace is open: language, name, unit, and how to begin.
    FirstRun,
    /// What is due.
    Today,
    /// The pipeline as columns by stage.
    Board,
    /// The pipeline as a table.
    Table,
    /// 查重: projects that may be the same.
    Duplicates,
    /// 首报首谈: who reported each project first.
    FirstReports,
    /// One project.
    Project(RecordId),
    /// A project to be registered.
    NewProject,
    /// Companies and contacts.
    Companies,
    /// One company.
    Company(RecordId),
    /// A page of 行动 or 监督.
    Work(Work),
    /// Export, import and merge of files between offices.
    Exchange,
    /// Fields that two offices set differently.
    Conflicts,
    /// Import of a spreadsheet.
    Import,
    /// Settings, at a section.
    Settings(Section),
    /// All widgets in all states, in debug builds.
    #[cfg(debug_assertions)]
    Gallery,
    /// An address that leads nowhere.
    Unknown,
}

/// A section of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Section {
    /// The office: name, currency rates.
    #[default]
    Office,
    /// Units, their parents and ranking groups.
    Units,
    /// People.
    People,
    /// Editable lists.
    Lists,
    /// Language and appearance.
    Appearance,
    /// Storage used, backup, workspaces.
    Storage,
}

impl Route {
    /// Whether the page has something to show of a past day: it tells records, and does not keep them.
    pub const fn has_past(self) -> bool {
        match self {
            Route::Today
            | Route::Board
            | Route::Table
            | Route::Project(_)
            | Route::Companies
            | Route::Company(_)
            | Route::Work(_)
            | Route::Unknown => true,
            Route::FirstRun
            | Route::Duplicates
            | Route::FirstReports
            | Route::NewProject
            | Route::Exchange
            | Route::Conflicts
            | Route::Import
            | Route::Settings(_) => false,
            #[cfg(debug_assertions)]
            Route::Gallery => true,
        }
    }
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: [Section; 6] = [
        Section::Office,
        Section::Units,
        Section::People,
        Section::Lists,
        Section::Appearance,
        Section::Storage,
    ];

    const fn word(self) -> &'static str {
        match self {
            Section::Office => "office",
            Section::Units => "units",
            Section::People => "people",
            Section::Lists => "lists",
            Section::Appearance => "appearance",
            Section::Storage => "storage",
        }
    }
}

/// A place in the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// 今日.
    Today,
    /// 项目.
    Projects,
    /// 企业.
    Companies,
    /// 行动.
    Actions,
    /// 监督.
    Supervision,
    /// 考核.
    Assessment,
    /// 交换.
    Exchange,
    /// 设置.
    Settings,
}

impl Place {
    /// The places that exist, in the order of the rail.
    pub const ALL: [Place; 8] = [
        Place::Today,
        Place::Projects,
        Place::Companies,
        Place::Actions,
        Place::Supervision,
        Place::Assessment,
        Place::Exchange,
        Place::Settings,
    ];

    /// The page a click on the place leads to.
    pub const fn route(self) -> Route {
        match self {
            Place::Today => Route::Today,
            Place::Projects => Route::Board,
            Place::Companies => Route::Companies,
            Place::Actions => Route::Work(Work::ACTIONS[0]),
            Place::Supervision => Route::Work(Work::SUPERVISION[0]),
            Place::Assessment => Route::Work(Work::ASSESSMENT[0]),
            Place::Exchange => Route::Exchange,
            Place::Settings => Route::Settings(Section::Office),
        }
    }
}

impl Route {
    /// The page at a path such as `/project/p-…`. Never fails: see [`Route::Unknown`].
    pub fn parse(path: &str) -> Route {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let found = match (parts.next(), parts.next()) {
            (None, _) | (Some("today"), None) => Some(Route::Today),
            (Some("first-run"), None) => Some(Route::FirstRun),
            (Some("projects"), None | Some("board")) => Some(Route::Board),
            (Some("projects"), Some("table")) => Some(Route::Table),
            (Some("projects"), Some("duplicates")) => Some(Route::Duplicates),
            (Some("projects"), Some("first-reports")) => Some(Route::FirstReports),
            (Some("project"), Some("new")) => Some(Route::NewProject),
            (Some("project"), Some(id)) => record(id, Kind::Project).map(Route::Project),
            (Some("companies"), None) => Some(Route::Companies),
            (Some("company"), Some(id)) => record(id, Kind::Company).map(Route::Company),
            (Some(place @ ("actions" | "supervision" | "assessment")), Some(word)) => {
                Work::at(place, word).map(Route::Work)
            }
            (Some("exchange"), None) => Some(Route::Exchange),
            (Some("exchange"), Some("conflicts")) => Some(Route::Conflicts),
            (Some("import"), None) => Some(Route::Import),
            (Some("settings"), None) => Some(Route::Settings(Section::Office)),
            (Some("settings"), Some(word)) => {
                Section::ALL.into_iter().find(|s| s.word() == word).map(Route::Settings)
            }
            #[cfg(debug_assertions)]
            (Some("gallery"), None) => Some(Route::Gallery),
            _ => None,
        };
        match (found, parts.next()) {
            (Some(route), None) => route,
            _ => Route::Unknown,
        }
    }

    /// The page with a state, such as `Route::Table.with_query([("q", "锂电")])`. Empty values are
    /// left out.
    pub fn with_query<'a>(self, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Location {
        let mut query = Query::default();
        for (name, value) in pairs {
            query.set(name, value);
        }
        Location { route: self, query }
    }

    /// The place in the rail that the page belongs to.
    pub const fn place(self) -> Option<Place> {
        match self {
            Route::Today => Some(Place::Today),
            Route::Board
            | Route::Table
            | Route::Duplicates
            | Route::FirstReports
            | Route::Project(_)
            | Route::NewProject
            | Route::Import => Some(Place::Projects),
            Route::Companies | Route::Company(_) => Some(Place::Companies),
            Route::Work(work) => Some(work.place()),
            Route::Exchange | Route::Conflicts => Some(Place::Exchange),
            Route::Settings(_) => Some(Place::Settings),
            Route::FirstRun | Route::Unknown => None,
            #[cfg(debug_assertions)]
            Route::Gallery => None,
        }
    }

    /// What the page is called, where it has no better name such as its project's.
    pub const fn title(self) -> Text {
        match self {
            Route::FirstRun => shell::FIRST_RUN,
            Route::Today => shell::TODAY,
            Route::Board => shell::BOARD,
            Route::Table => shell::TABLE,
            Route::Duplicates => shell::DUPLICATES,
            Route::FirstReports => crate::i18n::first_report::FIRST_REPORTS,
            Route::Project(_) => shell::PROJECT,
            Route::NewProject => crate::i18n::project::NEW,
            Route::Companies => shell::COMPANIES,
            Route::Company(_) => shell::COMPANY,
            Route::Work(work) => work.title(),
            Route::Exchange => shell::EXCHANGE,
            Route::Conflicts => shell::CONFLICTS,
            Route::Import => shell::IMPORT,
            Route::Settings(_) => shell::SETTINGS,
            #[cfg(debug_assertions)]
            Route::Gallery => shell::GALLERY,
            Route::Unknown => shell::LOST,
        }
    }
}

impl fmt::Display for Route {
    /// The path: `/projects/board`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::FirstRun => f.write_str("/first-run"),
            Route::Today => f.write_str("/today"),
            Route::Board => f.write_str("/projects/board"),
            Route::Table => f.write_str("/projects/table"),
            Route::Duplicates => f.write_str("/projects/duplicates"),
            Route::FirstReports => f.write_str("/projects/first-reports"),
            Route::Project(id) => write!(f, "/project/{id}"),
            Route::NewProject => f.write_str("/project/new"),
            Route::Companies => f.write_str("/companies"),
            Route::Company(id) => write!(f, "/company/{id}"),
            Route::Work(work) => write!(f, "/{}/{}", work.folder(), work.word()),
            Route::Exchange => f.write_str("/exchange"),
            Route::Conflicts => f.write_str("/exchange/conflicts"),
            Route::Import => f.write_str("/import"),
            Route::Settings(section) => write!(f, "/settings/{}", section.word()),
            #[cfg(debug_assertions)]
            Route::Gallery => f.write_str("/gallery"),
            Route::Unknown => f.write_str("/unknown"),
        }
    }
}

/// A page and its state: all that the address holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The page.
    pub route: Route,
    /// Its state.
    pub query: Query,
}

impl Location {
    /// Reads what stands after `#`.
    pub fn parse(hash: &str) -> Location {
        let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
        Location { route: Route::parse(path), query: Query::parse(query) }
    }

    /// What a link to this place needs: `#/projects/table?q=…`.
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl From<Route> for Location {
    fn from(route: Route) -> Self {
        Location { route, query: Query::default() }
    }
}

impl fmt::Display for Location {
    /// What stands after `#`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.route)?;
        if self.query.is_empty() { Ok(()) } else { write!(f, "?{}", self.query) }
    }
}

fn record(text: &str, kind: Kind) -> Option<RecordId> {
    text.parse::<RecordId>().ok().filter(|id| id.kind == kind)
}
