//! 项目进展摘要 (光谷, domain notes §3.7): what the follow-ups of the month say, sorted by the words that they hold.

use crate::domain::field::{FollowUpField as W, ProjectField as P};
use crate::domain::{Date, Kind, Milestone, RecordId};
use crate::rules::bulletin::paper::{Cell, Head, Part, Table};
use crate::rules::bulletin::{Desk, Say};
use crate::rules::reached;

/// What tells that something stands in the way (domain notes §3.7).
pub const KEYWORDS: [&str; 5] = ["待", "尚未", "滞后", "协调", "卡点"];
/// How many lines a part has at most, so that the digest stays one.
const MOST: usize = 30;

/// The four parts: the month as a whole, milestones, risks, next steps.
pub fn digest(desk: &Desk<'_>) -> Vec<Part> {
    let state = desk.state();
    let Some(until) = desk.until() else { return Vec::new() };
    let mut said: Vec<(Date, RecordId, RecordId)> = Vec::new();
    let mut next: Vec<(Date, RecordId, RecordId)> = Vec::new();
    for (id, record) in state.live(Kind::FollowUp) {
        let Some(project) = record.get(W::Project).as_ref_id().map(|id| state.resolve(id)) else { continue };
        if let Some(on) = record.get(W::On).as_date().filter(|on| until.holds(*on)) {
            said.push((on, project, id));
        }
        let ahead = record.get(W::NextOn).as_date().filter(|on| *on > desk.day);
        if let Some(on) = ahead.filter(|_| !record.get(W::NextDone).is_true()) {
            next.push((on, project, id));
        }
    }
    said.sort_unstable();
    next.sort_unstable();
    let mut nodes: Vec<(Date, RecordId, Milestone)> = Vec::new();
    for (id, project) in state.live(Kind::Project) {
        for (milestone, reached) in Milestone::ALL.iter().zip(reached(project)) {
            let on = reached.event.or(reached.recognised).filter(|on| until.holds(*on));
            // What is planned or talked of is no node yet.
            nodes.extend(on.filter(|_| *milestone >= Milestone::Signed).map(|on| (on, id, *milestone)));
        }
    }
    nodes.sort_unstable();
    let text = |id: RecordId, field: W| state.get(id, field).as_text().unwrap_or_default();
    let risks: Vec<(Date, RecordId, RecordId, String)> = said
        .iter()
        .rev()
        .filter_map(|&(on, project, id)| {
            let content = text(id, W::Content);
            let found: Vec<&str> = KEYWORDS.into_iter().filter(|word| content.contains(word)).collect();
            (!found.is_empty()).then(|| (on, project, id, found.join("、")))
        })
        .collect();
    let mut projects: Vec<RecordId> = said.iter().map(|(_, project, _)| *project).collect();
    projects.sort_unstable();
    projects.dedup();
    let counts = [said.len(), projects.len(), nodes.len(), risks.len()].map(|count| count.to_string());
    let counts = desk.words.tell(Say::DigestCounts, &counts.each_ref().map(String::as_str));
    let unit = |project: RecordId| {
        let unit = state.get(project, P::Unit).as_ref_id().map(|unit| desk.name(unit));
        Cell::words(unit.unwrap_or_default())
    };
    let project = |id: RecordId| Cell::words(desk.name(id));
    let milestones = nodes.iter().rev().take(MOST).map(|&(on, id, milestone)| {
        vec![Cell::Day(on), project(id), unit(id), Cell::words(desk.words.milestone(milestone))]
    });
    let risky = risks.iter().take(MOST).map(|(on, of, id, found)| {
        vec![
            Cell::Day(*on),
            project(*of),
            unit(*of),
            Cell::words(text(*id, W::Content)),
            Cell::words(found.clone()),
        ]
    });
    let steps = next.iter().take(MOST).map(|&(on, of, id)| {
        let owner = state.get(of, P::Owner).as_ref_id().map(|id| desk.name(id));
        vec![
            Cell::Day(on),
            project(of),
            unit(of),
            Cell::words(text(id, W::NextStep)),
            Cell::words(owner.unwrap_or_default()),
        ]
    });
    let day = || Head { width: 3, ..Head::narrow(desk.say(Say::Date)) };
    let name = |word| Head::name(desk.say(word));
    let of = || vec![day(), Head { width: 6, ..name(Say::Project) }, name(Say::Unit)];
    let table = |caption: Say, more: Vec<Head>, rows: Vec<Vec<Cell>>| {
        let notes = if rows.is_empty() { vec![desk.say(Say::NoRows)] } else { Vec::new() };
        let heads = of().into_iter().chain(more).collect();
        Part::Table(Table { caption: desk.say(caption), heads, rows, notes, ..Table::default() })
    };
    vec![
        Part::Heading(2, desk.say(Say::DigestOverall)),
        Part::Text(counts),
        table(Say::DigestNodes, vec![name(Say::Milestone)], milestones.collect()),
        table(
            Say::DigestRisks,
            vec![
                Head { width: 9, ..Head::long(desk.say(Say::Progress)) },
                Head::narrow(desk.say(Say::Keyword)),
            ],
            risky.collect(),
        ),
        table(
            Say::DigestNext,
            vec![
                Head { width: 6, ..Head::long(desk.say(Say::DigestNext)) },
                Head::narrow(desk.say(Say::Owner)),
            ],
            steps.collect(),
        ),
    ]
}
