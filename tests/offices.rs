//! Random offices, each with a clock that is wrong in its own way, edit and exchange files of every
//! sort until all agree, byte for byte.

#[path = "offices/office.rs"]
mod office;

use office::{Mode, Office, T0};
use proptest::prelude::*;
use zhaoshang::exchange::json::{Scope, canonical};
use zhaoshang::ledger::Change;

/// What happens next, anywhere.
#[derive(Clone, Debug)]
enum Step {
    /// An office edits something.
    Edit { who: usize, seed: u64 },
    /// An office takes back its latest command.
    Undo { who: usize },
    /// An office makes a file; it may be lost, or delivered many times, late, to anybody.
    Send { who: usize, to: usize, mode: Mode },
    /// A file made earlier reaches an office.
    Deliver { file: usize, to: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0usize..6;
    let mode = prop_oneof![
        Just(Mode::All),
        Just(Mode::Since),
        Just(Mode::Since),
        (0u64..2).prop_map(Mode::Unit),
        (0u64..4).prop_map(Mode::Selection),
    ];
    prop_oneof![
        6 => (who(), any::<u64>()).prop_map(|(who, seed)| Step::Edit { who, seed }),
        1 => who().prop_map(|who| Step::Undo { who }),
        3 => (who(), who(), mode).prop_map(|(who, to, mode)| Step::Send { who, to, mode }),
        4 => (any::<usize>(), who()).prop_map(|(file, to)| Step::Deliver { file, to }),
    ]
}

/// The offices, the files under way, and every change ever made.
struct World {
    offices: Vec<Office>,
    files: Vec<String>,
    made: Vec<Change>,
    now: u64,
}

impl World {
    fn new(skews: &[i64]) -> Self {
        let offices = skews.iter().zip(1..).map(|(&skew, node)| Office::new(node, skew)).collect();
        Self { offices, files: Vec::new(), made: Vec::new(), now: T0 }
    }

    fn step(&mut self, step: &Step) {
        self.now += 60_000;
        let count = self.offices.len();
        match *step {
            Step::Edit { who, seed } => {
                let made = self.offices[who % count].edit(seed, self.now);
                self.made.extend(made);
            }
            Step::Undo { who } => {
                let made = self.offices[who % count].undo(self.now);
                self.made.extend(made);
            }
            Step::Send { who, to, mode } => {
                let to = self.offices[to % count].node();
                self.files.push(self.offices[who % count].send(mode, to, self.now));
            }
            Step::Deliver { file, to } if !self.files.is_empty() => {
                let file = &self.files[file % self.files.len()];
                self.offices[to % count].receive(file, self.now);
                self.offices[to % count].check_vector(&self.made);
            }
            Step::Deliver { .. } => {}
        }
    }

    /// Everybody sends a file to everybody else.
    fn round(&mut self, mode: Mode) {
        for from in 0..self.offices.len() {
            for to in (0..self.offices.len()).filter(|&to| to != from) {
                self.now += 60_000;
                let file = self.offices[from].send(mode, self.offices[to].node(), self.now);
                self.offices[to].receive(&file, self.now);
                self.offices[to].check_vector(&self.made);
            }
        }
    }

    /// All hold the same, claim the same, and claim all there is.
    fn all_agree(&self) {
        let first = &self.offices[0];
        let expected = canonical(&first.state);
        for office in &self.offices {
            assert_eq!(canonical(&office.state), expected);
            assert_eq!(office.state.conflicts().len(), first.state.conflicts().len());
            assert_eq!(office.have, first.have);
            assert!(self.made.iter().all(|change| office.have.covers(change.stamp)));
        }
    }
}

fn skews() -> impl Strategy<Value = Vec<i64>> {
    // Up to forty days off, either way.
    prop::collection::vec(-3_456_000_000i64..3_456_000_000, 3..=6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn offices_agree_after_exchanging_everything(
        skews in skews(),
        steps in prop::collection::vec(step(), 0..60),
    ) {
        let mut world = World::new(&skews);
        steps.iter().for_each(|step| world.step(step));
        world.round(Mode::All);
        world.round(Mode::All);
        world.all_agree();
        // Old files, once more and in another order, change nothing.
        for file in world.files.clone().iter().rev() {
            for office in &mut world.offices {
                let before = canonical(&office.state);
                prop_assert_eq!(office.receive(file, world.now), 0);
                prop_assert_eq!(&canonical(&office.state), &before);
            }
        }
        world.all_agree();
    }

    #[test]
    fn offices_agree_after_sending_only_what_is_new(
        skews in skews(),
        rounds in prop::collection::vec(prop::collection::vec(step(), 0..20), 1..4),
    ) {
        let mut world = World::new(&skews);
        for steps in &rounds {
            for step in steps {
                // Here nothing but such files is ever sent.
                let step = match step {
                    Step::Send { who, to, .. } => Step::Send { who: *who, to: *to, mode: Mode::Since },
                    other => other.clone(),
                };
                world.step(&step);
            }
            world.round(Mode::Since);
        }
        world.round(Mode::Since);
        world.all_agree();
        // Now that everybody knows what everybody has, such files are empty.
        world.round(Mode::Since);
        let (from, to) = (&world.offices[0], &world.offices[1]);
        let scope = from.colleagues.since(to.node()).expect("a colleague");
        let part = zhaoshang::exchange::json::export(&from.state, &from.have, &scope, &from.sender(), T0);
        prop_assert!(part.contains("\"records\": []"), "{}", part);
    }
}

#[test]
fn a_file_of_what_is_new_moves_no_vector_that_lacks_the_rest() {
    let (mut a, mut b, mut c) = (Office::new(1, 0), Office::new(2, 0), Office::new(3, 0));
    a.edit(1, T0);
    let first = a.send(Mode::All, b.node(), T0);
    b.receive(&first, T0);
    b.edit(2, T0 + 1);
    let back = b.send(Mode::All, a.node(), T0 + 1);
    a.receive(&back, T0 + 1);
    a.edit(3, T0 + 2);
    // Meant for b, who has a's first edits; it reaches c, who has not.
    let news = a.send(Mode::Since, b.node(), T0 + 2);
    assert!(c.receive(&news, T0 + 2) > 0);
    assert_eq!(c.have.iter().count(), 0, "c holds only a part");
    let scope = c.colleagues.since(a.node());
    assert!(matches!(scope, Some(Scope::Since { since, .. }) if since == a.have), "yet it knows what a has");
    b.receive(&news, T0 + 2);
    assert_eq!(b.have, a.have);
}
