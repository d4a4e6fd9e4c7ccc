//! Random offices share a folder that a sync engine carries late, in any order and at times by halves, while
//! files also go from hand to hand; in the end all agree, byte for byte.

#[path = "offices/desk.rs"]
mod desk;
#[path = "offices/office.rs"]
mod office;
#[path = "offices/place.rs"]
mod place;

use desk::Member;
use office::{Mode, Office, T0};
use proptest::prelude::*;
use zhaoshang::exchange::json::canonical;
use zhaoshang::exchange::share::{Head, PlaceFailed, RoundFailed};
use zhaoshang::ledger::Change;

/// Longer than any device is given to write its own changes, in milliseconds.
const LONG: u64 = 20 * 60_000;

/// What happens next, anywhere.
#[derive(Clone, Debug)]
enum Step {
    /// An office edits something.
    Edit { who: usize, seed: u64 },
    /// An office takes back its latest command.
    Undo { who: usize },
    /// An office reads and writes its copy of the folder; the operation after some others may fail.
    Round { who: usize, breaks_in: Option<u32> },
    /// The sync engine brings one of the files to one of the offices.
    Carry { file: usize, to: usize, cut: bool },
    /// An office's page is closed and opened again.
    Reload { who: usize },
    /// A file goes from hand to hand.
    Hand { from: usize, to: usize, mode: Mode },
    /// Time passes.
    Wait,
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0usize..5;
    let mode = prop_oneof![
        Just(Mode::All),
        Just(Mode::Since),
        (0u64..2).prop_map(Mode::Unit),
        (0u64..4).prop_map(Mode::Selection),
    ];
    prop_oneof![
        6 => (who(), any::<u64>()).prop_map(|(who, seed)| Step::Edit { who, seed }),
        1 => who().prop_map(|who| Step::Undo { who }),
        6 => (who(), prop::option::weighted(0.2, 0u32..12))
            .prop_map(|(who, breaks_in)| Step::Round { who, breaks_in }),
        8 => (any::<usize>(), who(), prop::bool::weighted(0.1))
            .prop_map(|(file, to, cut)| Step::Carry { file, to, cut }),
        1 => who().prop_map(|who| Step::Reload { who }),
        2 => (who(), who(), mode).prop_map(|(from, to, mode)| Step::Hand { from, to, mode }),
        1 => Just(Step::Wait),
    ]
}

struct World {
    members: Vec<Member>,
    made: Vec<Change>,
    now: u64,
}

impl World {
    /// Offices of which all but the last take part in the folder.
    fn new(count: u64) -> Self {
        let member = |node| Member::new(Office::new(node, 0));
        Self { members: (1..=count).map(member).collect(), made: Vec::new(), now: T0 }
    }

    /// Those at the folder.
    fn sharing(&self) -> std::ops::Range<usize> {
        0..self.members.len() - 1
    }

    fn step(&mut self, step: &Step) {
        self.now += 1_000;
        let (count, sharing) = (self.members.len(), self.sharing().len());
        match *step {
            Step::Edit { who, seed } => {
                self.made.extend(self.members[who % count].office.edit(seed, self.now));
            }
            Step::Undo { who } => self.made.extend(self.members[who % count].office.undo(self.now)),
            Step::Round { who, breaks_in } => {
                let member = &mut self.members[who % sharing];
                if let Some(operations) = breaks_in {
                    member.folder.break_in(operations);
                }
                let ended = member.round(self.now);
                let broke = RoundFailed::Place(PlaceFailed::Unreachable);
                assert!(ended.is_ok() || ended == Err(broke), "{ended:?}");
            }
            Step::Carry { file, to, cut } => {
                let paths = self.paths();
                if !paths.is_empty() {
                    let (owner, path) = paths[file % paths.len()];
                    self.carry(owner, path, to % sharing, cut);
                }
            }
            Step::Reload { who } => self.members[who % sharing].reload(),
            Step::Hand { from, to, mode } => {
                let receiver = self.members[to % count].office.node();
                let file = self.members[from % count].office.send(mode, receiver, self.now);
                if from % count != to % count {
                    self.members[to % count].receive(&file, self.now);
                }
            }
            Step::Wait => self.now += LONG,
        }
        for member in &self.members {
            member.office.check_vector(&self.made);
        }
    }

    /// Every file with its owner.
    fn paths(&self) -> Vec<(usize, place::Path)> {
        let own = |at: usize| {
            let node = self.members[at].office.node();
            let files = self.members[at].folder.all().into_iter();
            files.filter(move |((owner, _), _)| *owner == node).map(move |(path, _)| (at, path))
        };
        self.sharing().flat_map(own).collect()
    }

    fn carry(&self, owner: usize, path: place::Path, to: usize, cut: bool) {
        if owner != to {
            self.members[to].folder.receive(path, &self.members[owner].folder, cut);
        }
    }

    /// Everybody has a round, and the engine carries everything, until nothing is written or read any more.
    fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..30 {
            let mut is_quiet = true;
            for at in self.sharing() {
                self.members[at].folder.break_in(u32::MAX);
                let outcome = self.members[at].round(self.now).expect("nothing breaks");
                is_quiet &= outcome.read == 0 && outcome.written == 0 && outcome.coming == 0;
            }
            for (owner, path) in self.paths() {
                self.sharing().for_each(|to| self.carry(owner, path, to, false));
            }
            self.now += LONG;
            // What one writes another reads in the next turn only.
            quiet = if is_quiet { quiet + 1 } else { 0 };
            if quiet == 3 {
                return;
            }
        }
        panic!("it does not come to rest");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn all_agree_in_the_end(steps in prop::collection::vec(step(), 1..120)) {
        let mut world = World::new(5);
        steps.iter().for_each(|step| world.step(step));
        // What the last one has, who takes no part, comes by hand to the first.
        let file = world.members[4].office.send(Mode::All, world.members[0].office.node(), world.now);
        world.members[0].receive(&file, world.now);
        world.settle();
        let first = canonical(&world.members[0].office.state);
        for at in world.sharing() {
            let member = &world.members[at];
            prop_assert_eq!(&canonical(&member.office.state), &first);
            prop_assert_eq!(&member.office.have, &world.members[0].office.have);
            prop_assert_eq!(member.colleagues(), world.sharing().len() - 1);
        }
        // A newcomer gets all of it from the folder alone.
        let newcomer = Member::new(Office::new(99, 0));
        world.members.insert(0, newcomer);
        world.settle();
        prop_assert_eq!(&canonical(&world.members[0].office.state), &first);
    }
}

#[test]
fn a_copied_profile_is_noticed() {
    let mut world = World::new(3);
    world.members[0].office.edit(0, T0);
    world.members[0].round(T0).expect("written");
    // The copy has the same id, and wrote something else under it.
    let mut copy = Member::new(Office::new(1, 0));
    copy.office.edit(1, T0 + 5);
    copy.folder = world.members[0].folder.clone();
    assert_eq!(copy.round(T0), Err(RoundFailed::Copied));
    assert!(world.members[0].round(T0).is_ok());
}

#[test]
fn a_head_that_says_too_much_is_read_once_and_not_counted_on() {
    let mut world = World::new(4);
    world.made.extend(world.members[0].office.edit(0, T0));
    world.settle();
    // The first device's head says that its file holds what the second made, and it does not.
    let stamp = world.members[1].office.edit(1, world.now)[0].stamp;
    let node = world.members[0].office.node();
    let bytes = world.members[0].folder.all().into_iter().find(|(path, _)| *path == (node, None));
    let mut head = Head::read(node, &bytes.and_then(|(_, copy)| copy.bytes).expect("a head")).expect("whole");
    head.files[0].span.have.advance(stamp);
    let third = &mut world.members[2];
    third.folder.overwrite((node, None), head.write());
    assert_eq!(third.round(world.now).map(|outcome| outcome.read), Ok(1));
    assert_eq!(third.round(world.now).map(|outcome| outcome.read), Ok(0));
    // Who has it writes it all the same.
    let second = &mut world.members[1];
    second.folder.overwrite((node, None), head.write());
    assert_eq!(second.round(world.now).map(|outcome| outcome.written), Ok(1));
}

#[test]
fn thousands_of_edits_leave_a_few_files() {
    let mut world = World::new(2);
    let mut written = 0;
    for seed in 0..2000u64 {
        let now = T0 + seed * 60_000;
        world.members[0].office.edit(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15), now);
        written += world.members[0].round(now).expect("written").bytes_written;
    }
    let files: Vec<_> = world.members[0].folder.all();
    let count = files.iter().filter(|((_, number), copy)| number.is_some() && copy.bytes.is_some()).count();
    assert!(count <= 20, "{count} files");
    assert!(written < 2000 * 1500, "{} bytes an edit", written / 2000);
}
