//! A year of a province: hundreds of devices share a place, and hand files, until all agree.
//!
//! `scale [--devices N] [--units N] [--projects N] [--changes N] [--days N] [--place server|folder] [--by-hand N]`
//!
//! Every device runs the real rounds over the real files. All but one keep, instead of the pipeline, only what
//! they hold of whom (their version vector): what such a vector says of a file is worked out once, by the device
//! of the centre, which has the whole pipeline and merges everything for real. At the end a newcomer reads the
//! place alone and must come to the same bytes.

mod centre;
mod light;
mod sea;
mod writers;

use centre::Centre;
use light::Light;
use sea::{Sea, View};
use std::cell::RefCell;
use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Instant;
use writers::{Known, Writers};
use zhaoshang::exchange::json::canonical;
use zhaoshang::exchange::share::{Desk, Memory, Outcome, round};
use zhaoshang::ledger::{NodeId, VersionVector};

/// When the year begins, in milliseconds since 1970.
const T0: u64 = 1_790_000_000_000;
const DAY: u64 = 24 * 3_600_000;

/// What is simulated.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    pub devices: u64,
    pub units: u64,
    pub projects: u64,
    pub changes: u64,
    pub days: u64,
    /// Devices that take no part in the place and exchange files by hand.
    pub by_hand: u64,
    /// Whether a sync engine carries the place, late and out of order; else all see it at once.
    pub is_folder: bool,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let given = |name: &str| args.iter().position(|arg| arg == name).and_then(|at| args.get(at + 1));
    let number = |name: &str, usual: u64| given(name).map_or(usual, |text| text.parse().expect("a number"));
    let plan = Plan {
        devices: number("--devices", 500),
        units: number("--units", 100),
        projects: number("--projects", 200_000),
        changes: number("--changes", 5_000_000),
        days: number("--days", 250),
        by_hand: number("--by-hand", 20),
        is_folder: given("--place").is_some_and(|place| place == "folder"),
    };
    println!("{plan:?}");
    Year::new(plan).run();
}

/// A device that keeps only its version vector.
struct Member {
    desk: Light,
    memory: Memory,
}

struct Year {
    plan: Plan,
    sea: Rc<RefCell<Sea>>,
    writers: Rc<RefCell<Writers>>,
    known: Rc<RefCell<Known>>,
    centre: Centre,
    centre_memory: Memory,
    members: Vec<Member>,
    /// Files under way by hand: when they arrive, to whom, and what they hold.
    hands: Vec<(u64, usize, zhaoshang::exchange::share::Span)>,
    now: u64,
}

impl Year {
    fn new(plan: Plan) -> Self {
        let writers = Rc::new(RefCell::new(Writers::new(plan)));
        let known = Rc::new(RefCell::new(Known::default()));
        let member = |node| Member {
            desk: Light::new(NodeId(node), writers.clone(), known.clone()),
            memory: Memory::default(),
        };
        Self {
            plan,
            sea: Rc::new(RefCell::new(Sea::new(plan.is_folder))),
            centre: Centre::new(NodeId(1), known.clone()),
            centre_memory: Memory::default(),
            // The centre is the first device.
            members: (2..=plan.devices).map(member).collect(),
            hands: Vec::new(),
            now: T0,
            writers,
            known,
        }
    }

    fn run(&mut self) {
        let begun = Instant::now();
        println!(
            "day  place MB  files  | a device a day: files kB | the centre a day: files kB s | memory MB"
        );
        for day in 1..=self.plan.days {
            let mut light = Outcome::default();
            self.now = T0 + day * DAY;
            self.writers.borrow_mut().work(day, self.now);
            self.by_hand(day);
            for at in self.sharing() {
                // One after the other through the day.
                self.now += 60_000;
                add(&mut light, &self.member_round(at));
            }
            let at = Instant::now();
            let centre = self.centre_round();
            let took = at.elapsed().as_secs_f64();
            if day == 1 || day % 25 == 0 || day == self.plan.days {
                let members = self.sharing().len().max(1);
                let (files, bytes) = self.sea.borrow().size();
                println!(
                    "{day:3} {:8.1} {files:6}  | {:5} {:6.0} | {:5} {:6.0} {took:6.2} | {}",
                    bytes as f64 / 1e6,
                    light.read / members,
                    (light.bytes_read + light.bytes_written) as f64 / members as f64 / 1000.0,
                    centre.read,
                    (centre.bytes_read + centre.bytes_written) as f64 / 1000.0,
                    resident(),
                );
            }
        }
        println!("a year in {:.0} s", begun.elapsed().as_secs_f64());
        self.settle();
    }

    /// The members that take part in the place.
    fn sharing(&self) -> std::ops::Range<usize> {
        0..self.members.len() - self.plan.by_hand as usize
    }

    fn member_round(&mut self, at: usize) -> Outcome {
        let member = &mut self.members[at];
        member.desk.now = self.now;
        let place = View::new(self.sea.clone(), member.desk.node(), self.now);
        let mut outcome = Outcome::default();
        now(round(&place, &mut member.desk, &mut member.memory, &mut outcome)).expect("no round fails");
        outcome
    }

    fn centre_round(&mut self) -> Outcome {
        self.centre.now = self.now;
        let place = View::new(self.sea.clone(), self.centre.node(), self.now);
        let mut outcome = Outcome::default();
        now(round(&place, &mut self.centre, &mut self.centre_memory, &mut outcome)).expect("no round fails");
        outcome
    }

    /// Once a week each device without the place exchanges files with one that has it; some are lost, some come
    /// twice, and late.
    fn by_hand(&mut self, day: u64) {
        let due = self.hands.extract_if(.., |(when, _, _)| *when <= day).collect::<Vec<_>>();
        for (_, to, span) in due {
            self.members[to].desk.connect(&span);
        }
        let sharing = self.sharing();
        for at in sharing.end..self.members.len() {
            let chance = sea::mix(day, at as u64, 0);
            if day % 5 != at as u64 % 5 || chance.is_multiple_of(10) {
                continue;
            }
            let partner = at % sharing.len();
            for (from, to) in [(at, partner), (partner, at)] {
                let span = zhaoshang::exchange::share::Span {
                    since: self.members[to].desk.have(),
                    have: self.members[from].desk.have(),
                };
                for copy in 0..=u64::from(chance.is_multiple_of(7)) {
                    self.hands.push((day + 1 + chance % 3 + copy, to, span.clone()));
                }
            }
        }
    }

    /// Nobody works any more; the place and the files by hand come to rest, and all must agree.
    fn settle(&mut self) {
        let begun = Instant::now();
        for extra in 1..=60 {
            self.now += DAY;
            // Everybody hands a file to his partner and back.
            let day = self.plan.days + 10 * extra;
            for at in self.sharing().end..self.members.len() {
                let partner = at % self.sharing().len();
                for (from, to) in [(at, partner), (partner, at)] {
                    let (since, have) = (self.members[to].desk.have(), self.members[from].desk.have());
                    self.hands.push((day, to, zhaoshang::exchange::share::Span { since, have }));
                }
            }
            self.by_hand(day);
            let mut outcome = Outcome::default();
            for at in self.sharing() {
                self.now += 1000;
                add(&mut outcome, &self.member_round(at));
            }
            add(&mut outcome, &self.centre_round());
            if self.all_agree() {
                println!("all agree after {extra} quiet days, {:.0} s", begun.elapsed().as_secs_f64());
                return self.newcomer();
            }
        }
        panic!("they do not agree");
    }

    /// Whether every device holds every change.
    fn all_agree(&self) -> bool {
        let made: VersionVector = self.writers.borrow().have();
        let light = self.members.iter().all(|member| member.desk.have() == made);
        light && self.centre.have() == made
    }

    /// A device that joins now reads everything from the place alone.
    fn newcomer(&mut self) {
        let at = Instant::now();
        let mut newcomer = Centre::new(NodeId(1_000_000), self.known.clone());
        newcomer.now = self.now + 30 * DAY;
        let place = View::new(self.sea.clone(), newcomer.node(), newcomer.now);
        let (mut memory, mut outcome) = (Memory::default(), Outcome::default());
        now(round(&place, &mut newcomer, &mut memory, &mut outcome)).expect("no round fails");
        println!(
            "a newcomer reads {} files, {:.1} MB, in {:.1} s",
            outcome.read,
            outcome.bytes_read as f64 / 1e6,
            at.elapsed().as_secs_f64()
        );
        let changes = newcomer.changes();
        assert_eq!(changes, self.writers.borrow().made(), "every change is held");
        assert!(canonical(&newcomer.state) == canonical(&self.centre.state), "the same, byte for byte");
        println!("{changes} changes, the same bytes at the centre and at the newcomer");
    }
}

fn add(sum: &mut Outcome, other: &Outcome) {
    sum.read += other.read;
    sum.written += other.written;
    sum.bytes_read += other.bytes_read;
    sum.bytes_written += other.bytes_written;
    sum.coming += other.coming;
}

/// Runs work that never has to wait.
fn now<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("nothing here waits"),
    }
}

/// Memory in use, in megabytes; 0 where the system does not say.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_ascii_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default() / 1000
}
