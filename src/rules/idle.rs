//! When a page that nobody touches locks itself.

/// After how many minutes, if nothing else is chosen.
pub const DEFAULT_MINUTES: u32 = 10;
/// What can be chosen, in minutes.
pub const CHOICES: [u32; 5] = [1, 5, 10, 30, 60];
/// How long before it is said, in milliseconds.
const WARNING: u64 = 30_000;

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Nothing.
    No,
    /// To say that it locks soon.
    Soon,
    /// To lock.
    Lock,
}

/// What is due after a time without a touch, in milliseconds.
pub fn idle(since: u64, minutes: u32) -> Idle {
    let limit = u64::from(minutes.max(1)) * 60_000;
    if since >= limit {
        Idle::Lock
    } else if since + WARNING >= limit {
        Idle::Soon
    } else {
        Idle::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_said_half_a_minute_before() {
        let at = [0, 29_999, 30_000, 59_999, 60_000, u64::MAX - WARNING].map(|since| idle(since, 1));
        assert_eq!(at, [Idle::No, Idle::No, Idle::Soon, Idle::Soon, Idle::Lock, Idle::Lock]);
        assert_eq!(idle(60_000, 0), Idle::Lock, "never at once");
        assert_eq!(idle(599_999, DEFAULT_MINUTES), Idle::Soon);
    }
}
