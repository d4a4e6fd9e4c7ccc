use super::super::head::Head;
use super::*;
use proptest::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The place: contents by device and digest; the operation after so many fails once.
#[derive(Default)]
struct Sea {
    files: RefCell<BTreeMap<(NodeId, String), Vec<u8>>>,
    breaks_in: Cell<Option<u32>>,
    reads: Cell<usize>,
}

impl Sea {
    fn operation(&self) -> Result<(), PlaceFailed> {
        let left = self.breaks_in.take();
        self.breaks_in.set(left.and_then(|left| left.checked_sub(1)));
        if left == Some(0) { Err(PlaceFailed::Unreachable) } else { Ok(()) }
    }
}

impl ContentPlace for Sea {
    async fn read_content(&self, node: NodeId, digest: &str) -> Result<Vec<u8>, PlaceFailed> {
        self.operation()?;
        self.reads.set(self.reads.get() + 1);
        self.files.borrow().get(&(node, digest.to_owned())).cloned().ok_or(PlaceFailed::Missing)
    }

    async fn write_content(&self, node: NodeId, digest: &str, bytes: &[u8]) -> Result<(), PlaceFailed> {
        self.operation()?;
        self.files.borrow_mut().insert((node, digest.to_owned()), bytes.to_vec());
        Ok(())
    }
}

/// A device: all know the same records.
struct Device {
    node: NodeId,
    named: Vec<Named>,
    kept: RefCell<BTreeMap<String, Vec<u8>>>,
}

impl Shelf for Device {
    fn named(&self) -> Vec<Named> {
        self.named.clone()
    }

    async fn here(&self) -> BTreeSet<String> {
        self.kept.borrow().keys().cloned().collect()
    }

    async fn get(&self, digest: &str) -> Option<Vec<u8>> {
        self.kept.borrow().get(digest).cloned()
    }

    async fn put(&self, digest: &str, content: &[u8]) -> bool {
        self.kept.borrow_mut().insert(digest.to_owned(), content.to_vec());
        true
    }
}

fn now<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("nothing here waits"),
    }
}

fn content(n: usize) -> Vec<u8> {
    vec![n as u8; n + 1]
}

/// Devices 1 to `devices` at the place, where content `n` was attached by device `n mod (devices + 1) + 1`: the last of
/// those is not at the place, and device 1 has its contents by hand.
fn world(devices: u64, contents: usize) -> Vec<(Device, Memory)> {
    let author = |n: usize| NodeId(n as u64 % (devices + 1) + 1);
    let named: Vec<Named> =
        (0..contents).map(|n| Named { digest: digest_of(&content(n)), author: author(n) }).collect();
    let device = |node: u64| {
        let has = |n: &usize| author(*n).0 == node || (node == 1 && author(*n).0 == devices + 1);
        let kept = (0..contents).filter(has).map(|n| (digest_of(&content(n)), content(n))).collect();
        let mut memory = Memory::default();
        for other in (1..=devices).filter(|other| *other != node) {
            memory
                .heads
                .insert(NodeId(other), (String::new(), Head { node: NodeId(other), ..Head::default() }));
        }
        (Device { node: NodeId(node), named: named.clone(), kept: RefCell::new(kept) }, memory)
    };
    (1..=devices).map(device).collect()
}

fn round(sea: &Sea, (device, memory): &mut (Device, Memory), at: u64) -> Result<Moved, PlaceFailed> {
    now(exchange(sea, device, memory, (device.node, at)))
}

proptest! {
    /// Whatever fails and in whatever order devices come: in the end all have everything, once and as it was.
    #[test]
    fn in_the_end_all_have_everything(
        contents in 0usize..40,
        steps in prop::collection::vec((0usize..3, prop::option::weighted(0.3, 0u32..8)), 0..30),
    ) {
        let (sea, mut world) = (Sea::default(), world(3, contents));
        let mut at = 0;
        for (who, breaks_in) in steps {
            at += 1000;
            sea.breaks_in.set(breaks_in);
            let _ = round(&sea, &mut world[who], at);
        }
        sea.breaks_in.set(None);
        for _ in 0..12 {
            at += AGAIN;
            for device in &mut world {
                prop_assert!(round(&sea, device, at).is_ok());
            }
        }
        for (device, memory) in &world {
            prop_assert_eq!(device.kept.borrow().len(), contents);
            prop_assert!(device.kept.borrow().iter().all(|(digest, content)| digest_of(content) == *digest));
            let read = Memory::read(&memory.write());
            prop_assert_eq!(&read.offered, &memory.offered);
        }
        // Nothing is written by two.
        prop_assert_eq!(sea.files.borrow().len(), contents);
    }
}

#[test]
fn what_is_cut_or_altered_is_not_taken_and_asked_for_again_later() {
    let (sea, mut world) = (Sea::default(), world(2, 1));
    assert_eq!(round(&sea, &mut world[0], 0), Ok(Moved { written: 1, ..Moved::default() }));
    sea.files.borrow_mut().values_mut().for_each(|bytes| bytes.push(7));
    let coming = Ok(Moved { coming: 1, ..Moved::default() });
    assert_eq!(round(&sea, &mut world[1], 1000), coming);
    assert_eq!(round(&sea, &mut world[1], 2000), coming);
    assert_eq!(sea.reads.get(), 1);
    sea.files.borrow_mut().values_mut().for_each(|bytes| bytes.truncate(1));
    assert_eq!(round(&sea, &mut world[1], 1000 + AGAIN), Ok(Moved { read: 1, ..Moved::default() }));
    // A clock that was put back far holds nothing up.
    assert!(world[1].1.asked.is_empty());
}

#[test]
fn many_go_a_few_at_a_time() {
    let (sea, mut world) = (Sea::default(), world(1, 2 * MOST_A_ROUND + 1));
    let written: Vec<_> =
        (0..4).map(|at| round(&sea, &mut world[0], at).map(|moved| (moved.written, moved.is_more))).collect();
    assert_eq!(written, [Ok((MOST_A_ROUND, true)), Ok((MOST_A_ROUND, true)), Ok((1, false)), Ok((0, false))]);
}
