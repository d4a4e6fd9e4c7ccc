//! Feeds every reader with damaged input: `fuzz [--inputs N] [--only READER] [--from N]`.
//!
//! Each input is made from a whole one by a few changes that its number decides, so that a crash can be had
//! again by its number alone. What lies under a checksum or in an archive is damaged before it is sealed: else
//! nothing but the checksum would be tested. A reader fails by a panic, or by working longer than [`PATIENCE`].

mod cards;
mod chance;
mod readers;
mod seeds;
mod shared;
mod worked;

use chance::Chance;
use readers::{READERS, Reader};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use worked::worked;

/// How long the processor may work on one small input.
const PATIENCE: Duration = Duration::from_secs(2);

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let given = |name: &str| args.iter().position(|arg| arg == name).and_then(|at| args.get(at + 1));
    let number = |name: &str, usual: u64| given(name).map_or(usual, |text| text.parse().expect("a number"));
    let (inputs, from) = (number("--inputs", 1_000_000), number("--from", 0));
    // What panics is reported below, once, with its number.
    std::panic::set_hook(Box::new(|_| {}));
    let mut failed = false;
    for reader in READERS.iter().filter(|reader| given("--only").is_none_or(|only| only == reader.name)) {
        failed |= run(reader, from, inputs);
    }
    std::process::exit(i32::from(failed));
}

/// Runs one reader on all processors. Says how it went; whether it failed.
fn run(reader: &Reader, from: u64, inputs: u64) -> bool {
    let [next, failures, taken] = [from, 0, 0].map(AtomicU64::new);
    // How long the slowest took, and its number.
    let slowest = Mutex::new((Duration::ZERO, from));
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, |n| n.get()) {
            scope.spawn(|| {
                let seeds = (reader.seeds)();
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= from + inputs {
                        return;
                    }
                    let input = (reader.make)(&seeds, &mut Chance::new(number));
                    let before = worked();
                    let outcome = catch_unwind(AssertUnwindSafe(|| (reader.read)(&input)));
                    let took = worked().saturating_sub(before);
                    taken.fetch_add(u64::from(*outcome.as_ref().unwrap_or(&false)), Ordering::Relaxed);
                    let mut slowest = slowest.lock().expect("nothing panics while it is held");
                    *slowest = (took, number).max(*slowest);
                    drop(slowest);
                    if outcome.is_err() || took > PATIENCE {
                        failures.fetch_add(1, Ordering::Relaxed);
                        let how = if outcome.is_err() { "panics" } else { "is too slow" };
                        eprintln!(
                            "{} {how} on input {number}: --only {} --from {number} --inputs 1",
                            reader.name, reader.name
                        );
                    }
                }
            });
        }
    });
    let failures = failures.into_inner();
    let (slowest, which) = slowest.into_inner().expect("nothing panics while it is held");
    println!(
        "{:8} {inputs} inputs in {:.0} s, {:.0} % taken, slowest {:.1} ms (input {which}), {failures} failures",
        reader.name,
        begun.elapsed().as_secs_f64(),
        taken.into_inner() as f64 / inputs as f64 * 100.0,
        slowest.as_secs_f64() * 1000.0
    );
    failures > 0
}
