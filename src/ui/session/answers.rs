//! Answers about the records, kept until the records change: who comes back to a page, or opens one that was computed
//! before anybody asked (see [`crate::ui::unasked`]), does not wait for it once more.

use super::{on_other_records, read, today, watch};
use crate::domain::Date;
use crate::store::Store;
use leptos::prelude::untrack;
use rustc_hash::FxHashMap;
use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::sync::Arc;

/// A question whose answer follows from the records and the day alone: everything else it depends on (the language, what
/// is asked for) is part of it.
pub trait Question: PartialEq + 'static {
    /// What it is answered with; the default before a workspace is open.
    type Answer: Default + 'static;

    /// Works the answer out.
    fn answer(&self, store: &Store, today: Date) -> Self::Answer;
}

/// How many answers are kept to questions of one type: the last ones.
const KEPT: usize = 16;

/// The last questions of one type with their answers, the latest last.
type Known<Q> = Vec<(Q, Arc<<Q as Question>::Answer>)>;

#[derive(Default)]
struct Answers {
    /// The revision of the store and the day that all of them are of.
    of: Option<(u64, Date)>,
    /// A [`Known`] for each type of question.
    known: FxHashMap<TypeId, Box<dyn Any>>,
}

impl Answers {
    /// What is known at this revision on this day; what is of another is forgotten.
    fn known<Q: Question>(&mut self, of: (u64, Date)) -> Option<&mut Known<Q>> {
        if self.of != Some(of) {
            *self = Self { of: Some(of), known: FxHashMap::default() };
        }
        let known = self.known.entry(TypeId::of::<Q>()).or_insert_with(|| Box::new(Known::<Q>::new()));
        known.downcast_mut()
    }
}

thread_local! {
    static ANSWERS: RefCell<Answers> = {
        on_other_records(|| drop(ANSWERS.take()));
        RefCell::default()
    };
}

/// The answer about a store: as it is known, or worked out.
pub fn answer<Q: Question>(store: &Store, question: Q) -> Arc<Q::Answer> {
    let of = (store.revision(), today());
    let find = |answers: &mut Answers| {
        let known = answers.known::<Q>(of)?;
        known.iter().find(|(asked, _)| *asked == question).map(|(_, answer)| answer.clone())
    };
    if let Some(answer) = ANSWERS.with_borrow_mut(find) {
        return answer;
    }
    // The answer may ask other questions.
    let answer = Arc::new(question.answer(store, of.1));
    ANSWERS.with_borrow_mut(|answers| {
        if let Some(known) = answers.known::<Q>(of) {
            if known.len() >= KEPT {
                known.remove(0);
            }
            known.push((question, answer.clone()));
        }
    });
    answer
}

/// The answer now, and again, in an effect, a memo or a view, after every change.
pub fn ask<Q: Question>(question: Q) -> Arc<Q::Answer> {
    watch(|store| answer(store, question)).unwrap_or_default()
}

/// Works an answer out before anybody asks.
pub fn prepare<Q: Question>(question: Q) {
    untrack(|| read(|store| drop(answer(store, question))));
}
