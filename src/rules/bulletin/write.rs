//! A bulletin, or one table by itself, as a paper.

use super::fill::fill;
use super::list::Bulletin;
use super::names::Known;
use super::paper::{Paper, Part};
use super::tables::{Which, parts};
use super::{Desk, Say};
use crate::domain::RecordId;

/// A paper, and the names in its texts that nobody knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The paper.
    pub paper: Paper,
    /// Names that are not known, each once: they stand in the paper as they were written.
    pub unknown: Vec<String>,
}

/// All of a bulletin but its texts, so that writing does not count anew.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Material {
    title: String,
    subtitle: String,
    headings: Vec<String>,
    tables: Vec<Part>,
}

/// Works out all of a bulletin but its texts: the tables that it has attached, from its own numbers.
pub fn material(desk: &Desk<'_>, of: &Bulletin) -> Material {
    let mut tables = Vec::new();
    if !of.tables.is_empty() {
        tables.extend([Part::NewPage, Part::Heading(2, desk.say(Say::Attached))]);
    }
    for &which in &of.tables {
        let own = parts(desk, which, None);
        // What is more than a table has a heading of its own.
        if !matches!(own.as_slice(), [Part::Table(_)]) {
            tables.push(Part::Heading(2, desk.say(which.title())));
        }
        tables.extend(own);
    }
    let on = of.on.map(|on| on.to_string()).unwrap_or_default();
    let subtitle = [desk.office(), on].into_iter().filter(|part| !part.is_empty());
    Material {
        title: of.name.clone(),
        subtitle: subtitle.collect::<Vec<_>>().join("  "),
        headings: [Say::Overall, Say::ByUnit, Say::Problems, Say::Next].map(|say| desk.say(say)).to_vec(),
        tables,
    }
}

impl Material {
    /// The paper with these texts. A part that the office has emptied is none.
    pub fn fill(&self, texts: &[String; 4], known: &Known) -> Written {
        let mut written = Written::default();
        written.paper.title.clone_from(&self.title);
        written.paper.subtitle.clone_from(&self.subtitle);
        for (heading, text) in self.headings.iter().zip(texts).filter(|(_, text)| !text.trim().is_empty()) {
            written.paper.parts.push(Part::Heading(2, heading.clone()));
            let filled = fill(text, |name| known.get(name));
            for name in filled.unknown {
                if !written.unknown.contains(&name) {
                    written.unknown.push(name);
                }
            }
            let lines = filled.text.lines().map(str::trim).filter(|line| !line.is_empty());
            written.paper.parts.extend(lines.map(|line| Part::Text(line.to_owned())));
        }
        written.paper.parts.extend(self.tables.iter().cloned());
        written
    }
}

/// Writes a bulletin: its four texts, then the tables that it has attached.
pub fn bulletin(desk: &Desk<'_>, of: &Bulletin, known: &Known) -> Written {
    material(desk, of).fill(&of.texts, known)
}

/// Writes one table as a paper of its own.
pub fn table(desk: &Desk<'_>, which: Which, unit: Option<RecordId>) -> Paper {
    let mut parts = parts(desk, which, unit);
    let title = match parts.as_mut_slice() {
        // Its caption is the title of the paper.
        [Part::Table(table)] => std::mem::take(&mut table.caption),
        _ => desk.say(which.title()),
    };
    let subtitle = match which {
        Which::Digest => desk.basis_of(&desk.named(desk.period), false),
        _ => String::new(),
    };
    Paper { title, subtitle, parts }
}
