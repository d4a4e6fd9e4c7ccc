//! How long a thread was worked for: on a busy computer that is not how long it took.

use std::time::Duration;

/// The time that the processor has spent on this thread.
#[cfg(unix)]
pub fn worked() -> Duration {
    use rustix::time::{ClockId, clock_gettime};
    Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("time runs forward")
}

/// The time that has passed: elsewhere there is no common way to ask for more.
#[cfg(not(unix))]
pub fn worked() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;
    static BEGUN: OnceLock<Instant> = OnceLock::new();
    BEGUN.get_or_init(Instant::now).elapsed()
}
