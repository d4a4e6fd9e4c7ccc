//! What of the stored values is not in the second place yet.
//!
//! The second place answers late, and may refuse. A value counts as there only once the latest order
//! for its key was carried out; what was refused is kept in mind and ordered again.

use std::collections::{BTreeMap, BTreeSet};

/// In how many places what was written is known to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copies {
    /// The second place was not looked at yet.
    #[default]
    Unknown,
    /// In both, on disk.
    Both,
    /// In storage, and on its way to the second place.
    UnderWay,
    /// In storage only: the second place is not there, or refused some of it.
    One,
}

/// What is to become of a key in the second place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// It is to hold the value that storage holds.
    Put,
    /// It is to hold nothing.
    Remove,
}

/// Names one sending of one order, so that a late answer is not taken for that of a newer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket(u64);

#[derive(Clone, Copy, Debug)]
struct Pending {
    order: Order,
    /// The latest sending; none if it waits to be sent.
    sent: Option<Ticket>,
    refused: bool,
}

/// The orders that were not carried out yet, and what is known to be there.
#[derive(Debug, Default)]
pub struct Outbox {
    there: BTreeSet<String>,
    pending: BTreeMap<String, Pending>,
    tickets: u64,
}

impl Outbox {
    /// Takes note of keys that were found in the second place.
    pub fn found(&mut self, keys: impl IntoIterator<Item = String>) {
        self.there.extend(keys);
    }

    /// Whether the second place holds the value of a key safely.
    pub fn is_there(&self, key: &str) -> bool {
        self.there.contains(key) && !self.pending.contains_key(key)
    }

    /// Orders something anew. What was ordered for the key before no longer counts.
    pub fn order(&mut self, key: &str, order: Order) {
        self.there.remove(key);
        self.pending.insert(key.to_owned(), Pending { order, sent: None, refused: false });
    }

    /// What is to be sent now: everything new and everything that was refused.
    pub fn send(&mut self) -> Vec<(String, Order, Ticket)> {
        let mut sending = Vec::new();
        for (key, pending) in self.pending.iter_mut().filter(|(_, pending)| pending.sent.is_none()) {
            self.tickets += 1;
            let ticket = Ticket(self.tickets);
            pending.sent = Some(ticket);
            sending.push((key.clone(), pending.order, ticket));
        }
        sending
    }

    /// Takes the answer to a sending: whether it is on disk.
    pub fn answer(&mut self, key: &str, ticket: Ticket, on_disk: bool) {
        let Some(pending) = self.pending.get_mut(key).filter(|pending| pending.sent == Some(ticket)) else {
            return;
        };
        if !on_disk {
            (pending.sent, pending.refused) = (None, true);
            return;
        }
        if pending.order == Order::Put {
            self.there.insert(key.to_owned());
        }
        self.pending.remove(key);
    }

    /// There is nothing to put any more: the value left storage before it could be sent.
    pub fn drop_order(&mut self, key: &str) {
        self.pending.remove(key);
    }

    /// Whether something was refused and waits to be sent again.
    pub fn must_retry(&self) -> bool {
        self.pending.values().any(|pending| pending.refused && pending.sent.is_none())
    }

    /// Where what was written is, while there is a second place to send it to.
    pub fn copies(&self) -> Copies {
        // What was refused once is not believed to be on its way until it has arrived.
        if self.pending.values().any(|pending| pending.refused) {
            Copies::One
        } else if self.pending.is_empty() {
            Copies::Both
        } else {
            Copies::UnderWay
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(outbox: &mut Outbox) -> Ticket {
        let sending = outbox.send();
        assert_eq!(sending.len(), 1);
        sending[0].2
    }

    #[test]
    fn saved_is_said_only_once_it_is_on_disk() {
        let mut outbox = Outbox::default();
        assert_eq!(outbox.copies(), Copies::Both);
        outbox.order("a", Order::Put);
        assert_eq!((outbox.copies(), outbox.is_there("a")), (Copies::UnderWay, false));
        let ticket = sent(&mut outbox);
        assert_eq!(outbox.copies(), Copies::UnderWay);
        outbox.answer("a", ticket, true);
        assert_eq!((outbox.copies(), outbox.is_there("a")), (Copies::Both, true));
    }

    #[test]
    fn a_refused_write_is_told_and_sent_again() {
        let mut outbox = Outbox::default();
        outbox.order("a", Order::Put);
        let ticket = sent(&mut outbox);
        outbox.answer("a", ticket, false);
        assert_eq!((outbox.copies(), outbox.is_there("a")), (Copies::One, false));
        assert!(outbox.must_retry());
        let again = sent(&mut outbox);
        assert!(!outbox.must_retry());
        assert_eq!(outbox.copies(), Copies::One, "it has not arrived yet");
        outbox.answer("a", ticket, true);
        assert_eq!(outbox.copies(), Copies::One, "an answer to the first sending says nothing");
        outbox.answer("a", again, true);
        assert_eq!((outbox.copies(), outbox.is_there("a")), (Copies::Both, true));
    }

    #[test]
    fn the_latest_order_counts() {
        let mut outbox = Outbox::default();
        outbox.order("a", Order::Put);
        let put = sent(&mut outbox);
        outbox.order("a", Order::Remove);
        outbox.answer("a", put, true);
        assert!(!outbox.is_there("a"));
        let removal = outbox.send();
        assert_eq!(removal[0].1, Order::Remove);
        outbox.answer("a", removal[0].2, true);
        assert_eq!((outbox.copies(), outbox.is_there("a")), (Copies::Both, false));
    }

    #[test]
    fn what_is_being_written_anew_is_not_there() {
        let mut outbox = Outbox::default();
        outbox.found(["a".to_owned()]);
        assert!(outbox.is_there("a"));
        outbox.order("a", Order::Put);
        assert!(!outbox.is_there("a"));
        outbox.drop_order("a");
        assert_eq!(outbox.copies(), Copies::Both);
    }
}
