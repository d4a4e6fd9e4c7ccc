//! The board: which card stands in which column, and in what order.
//!
//! The stage is computed, so the only thing stored of a card's place is its rank inside the column, and
//! only once somebody moved it there. All other cards stand by amount, the largest first.

pub mod light;
pub mod place;

use crate::domain::sort::Arrange;
pub use light::{Light, light};
pub use place::{Place, rank_at};

use super::ProjectSummary;
use crate::domain::field::ProjectField as P;
use crate::domain::{RecordId, Stage};
use crate::ledger::State;

/// Which cards are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoardFilter {
    /// Only those of this unit.
    pub unit: Option<RecordId>,
    /// Only those this person follows.
    pub owner: Option<RecordId>,
    /// Only those of this industry.
    pub industry: Option<String>,
    /// Only these, sorted: what a search found.
    pub found: Option<Vec<RecordId>>,
}

/// One column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The cards from top to bottom.
    pub cards: Vec<RecordId>,
    /// The sum of their total investment in yuan, as far as stated.
    pub yuan: i64,
}

/// The whole board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// One column a stage.
    pub stages: [Column; Stage::ALL.len()],
    /// Projects that left the pipeline.
    pub exits: Column,
}

impl Board {
    /// Lays out the projects that pass the filter.
    pub fn lay_out<'a>(
        state: &State,
        projects: impl Iterator<Item = (RecordId, &'a ProjectSummary)>,
        filter: &BoardFilter,
    ) -> Self {
        let mut columns: [Vec<(Place<'_>, RecordId)>; Stage::ALL.len() + 1] = Default::default();
        let mut board = Self::default();
        for (id, summary) in projects {
            let Some(record) = state.record(id).filter(|_| filter.passes(state, id)) else { continue };
            let at = if summary.exit.is_some() { Stage::ALL.len() } else { summary.stage as usize };
            columns[at].push((Place::of(record, id, summary.total_yuan), id));
            let column = board.column_mut(at);
            column.yuan = column.yuan.saturating_add(summary.total_yuan.unwrap_or(0));
        }
        for (at, mut cards) in columns.into_iter().enumerate() {
            cards.arrange();
            board.column_mut(at).cards = cards.into_iter().map(|(_, id)| id).collect();
        }
        board
    }

    /// The column of a stage, or of the exits.
    pub fn column(&self, stage: Option<Stage>) -> &Column {
        stage.map_or(&self.exits, |stage| &self.stages[stage as usize])
    }

    /// Where a card stands: its column and its place in it.
    pub fn find(&self, id: RecordId) -> Option<(Option<Stage>, usize)> {
        let columns = Stage::ALL.iter().map(|&stage| Some(stage)).chain([None]);
        columns.into_iter().find_map(|stage| {
            let at = self.column(stage).cards.iter().position(|&card| card == id)?;
            Some((stage, at))
        })
    }

    /// Every card in reading order: column by column, top to bottom. Exits only if asked for.
    pub fn order(&self, with_exits: bool) -> impl Iterator<Item = RecordId> + '_ {
        let exits = with_exits.then_some(&self.exits);
        self.stages.iter().chain(exits).flat_map(|column| column.cards.iter().copied())
    }

    fn column_mut(&mut self, at: usize) -> &mut Column {
        self.stages.get_mut(at).unwrap_or(&mut self.exits)
    }
}

impl BoardFilter {
    /// Whether anything is filtered.
    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }

    fn passes(&self, state: &State, id: RecordId) -> bool {
        let points_to = |field: P, wanted: RecordId| {
            state.get(id, field).as_ref_id().is_some_and(|to| state.resolve(to) == state.resolve(wanted))
        };
        self.found.as_ref().is_none_or(|found| found.binary_search(&id).is_ok())
            && self.unit.is_none_or(|unit| points_to(P::Unit, unit))
            && self.owner.is_none_or(|owner| points_to(P::Owner, owner))
            && self.industry.as_deref().is_none_or(|word| state.get(id, P::Industry).as_text() == Some(word))
    }
}

#[cfg(test)]
mod tests;
