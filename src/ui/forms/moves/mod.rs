//! Moving a project: forward with a milestone's date and evidence, back with what is taken back, out
//! of the pipeline with a reason.
//!
//! A screen makes one [`Moves`], puts one [`MoveDialogs`] on its page, and asks:
//!
//! ```ignore
//! let moves = Moves::new();
//! view! { <Button … on_press=move || moves.to_stage(id, Stage::Signed, None)/> <MoveDialogs moves/> }
//! ```

mod exit;
mod milestone;
mod milestone_draft;
mod step_back;

use crate::domain::field::ProjectField as P;
use crate::domain::{Exit, Milestone, RecordId, Stage, Value};
use crate::ledger::{Action, Edit};
use crate::ui::session;
use leptos::prelude::*;

/// What a dialog was opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    project: RecordId,
    /// The milestone to be dated, or the one to go back to.
    milestone: Milestone,
    /// The place on the board to give the card as well; empty for its place by amount.
    rank: Option<String>,
    /// Whether a card is being moved, rather than a milestone looked at.
    anew: bool,
}

/// The dialogs that move projects, closed or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moves {
    forward: RwSignal<Option<Asked>>,
    back: RwSignal<Option<Asked>>,
    exit: RwSignal<Option<(RecordId, Exit)>>,
}

impl Moves {
    /// All closed.
    #[allow(clippy::new_without_default, reason = "makes signals, which belong to the current component")]
    pub fn new() -> Self {
        Self { forward: RwSignal::new(None), back: RwSignal::new(None), exit: RwSignal::new(None) }
    }

    /// Moves a project to a stage: asks for the milestone forward, for consent backward. Within its
    /// stage only the card moves, at once. `rank` is the place on the board to give it.
    pub fn to_stage(self, project: RecordId, stage: Stage, rank: Option<String>) {
        let Some(now) = session::read(|store| store.index().project(project).map(|s| s.stage)).flatten()
        else {
            return;
        };
        if stage == now {
            session::run(Action::Move, rank_edit(project, rank).into_iter().collect());
            return;
        }
        let asked = Asked { project, milestone: stage.milestone(), rank, anew: true };
        let dialog = if stage > now { self.forward } else { self.back };
        dialog.try_set(Some(asked));
    }

    /// Opens one milestone of a project, dated or not.
    pub fn milestone(self, project: RecordId, milestone: Milestone) {
        self.forward.try_set(Some(Asked { project, milestone, rank: None, anew: false }));
    }

    /// Asks for the reason why a project leaves the pipeline.
    pub fn leave(self, project: RecordId, exit: Exit) {
        self.exit.try_set(Some((project, exit)));
    }

    /// Whether any dialog is open.
    pub fn is_asking(self) -> bool {
        self.forward.read().is_some() || self.back.read().is_some() || self.exit.read().is_some()
    }
}

fn rank_edit(project: RecordId, rank: Option<String>) -> Option<Edit> {
    rank.map(|rank| Edit::new(project, P::BoardRank, Value::text(&rank)))
}

/// The dialogs themselves; once on the page.
#[component]
pub fn MoveDialogs(
    /// Who opens them.
    moves: Moves,
) -> impl IntoView {
    view! {
        <milestone::MilestoneDialog asked=moves.forward/>
        <step_back::StepBackDialog asked=moves.back/>
        <exit::ExitDialog asked=moves.exit/>
    }
    .into_any()
}

/// A switch for a dialog that is open while something is asked; closing it asks nothing any more.
fn open_while<T: Clone + Send + Sync + 'static>(asked: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    Effect::new(move || {
        open.try_set(asked.read().is_some());
    });
    open
}
