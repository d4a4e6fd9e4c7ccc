//! Published results as records.

use super::publish::{Frozen, digest};
use crate::domain::field::PublishedField as P;
use crate::domain::{Date, Kind, RecordId, Value};
use crate::ledger::{Edit, State, VersionVector};
use crate::rules::targets::Period;
use std::str::FromStr;

/// A published result in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its record.
    pub id: RecordId,
    /// 标题
    pub name: String,
    /// 发布日期
    pub on: Option<Date>,
    /// 数据截至
    pub as_of: Option<Date>,
    /// 备注
    pub remark: String,
}

/// A published result with what it froze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What the list says of it.
    pub listed: Listed,
    /// What it froze, or where that is not understood.
    pub frozen: Result<Frozen, String>,
    /// Whether the content has the digest that was recorded with it.
    pub intact: bool,
    /// The digest that was recorded with it.
    pub digest: String,
}

/// The edits that publish a result.
pub fn write(
    id: RecordId,
    name: &str,
    on: Date,
    frozen: &Frozen,
    rules: Option<RecordId>,
    have: &VersionVector,
) -> Vec<Edit> {
    let contest = match Period::from_str(&frozen.period) {
        Ok(Period::Contest(contest)) => Value::Ref(contest),
        _ => Value::Empty,
    };
    let content = frozen.write();
    vec![
        Edit::new(id, P::Name, Value::text(name)),
        Edit::new(id, P::On, Value::Date(on)),
        Edit::new(id, P::AsOf, Date::parse_iso(&frozen.day).map_or(Value::Empty, Value::Date)),
        Edit::new(id, P::Rules, rules.map_or(Value::Empty, Value::Ref)),
        Edit::new(id, P::Contest, contest),
        Edit::new(id, P::Digest, Value::text(&digest(&content))),
        Edit::new(id, P::Content, Value::text(&content)),
        Edit::new(id, P::Version, Value::text(&version(have))),
    ]
}

/// The version of the data as JSON: for each device the latest change that is held.
fn version(have: &VersionVector) -> String {
    let all = have.iter().map(|stamp| (stamp.node.to_string(), serde_json::Value::from(stamp.time)));
    serde_json::Value::Object(all.collect()).to_string()
}

/// The published results, the latest first.
pub fn list(state: &State) -> Vec<Listed> {
    let mut found: Vec<Listed> = state.live(Kind::Published).map(|(id, _)| listed(state, id)).collect();
    found.sort_by(|a, b| (b.on, b.as_of, &b.name).cmp(&(a.on, a.as_of, &a.name)).then(a.id.cmp(&b.id)));
    found
}

/// The published results of a contest, the earliest day of numbers first: one for every assessment of the round.
pub fn of_contest(state: &State, contest: RecordId) -> Vec<Listed> {
    let of =
        |id: RecordId| state.get(id, P::Contest).as_ref_id().map(|id| state.resolve(id)) == Some(contest);
    let mut found: Vec<Listed> =
        state.live(Kind::Published).filter(|(id, _)| of(*id)).map(|(id, _)| listed(state, id)).collect();
    found.sort_by(|a, b| (a.as_of, a.on, &a.name, a.id).cmp(&(b.as_of, b.on, &b.name, b.id)));
    found
}

fn listed(state: &State, id: RecordId) -> Listed {
    let text = |field: P| state.get(id, field).as_text().unwrap_or_default().to_owned();
    Listed {
        id,
        name: text(P::Name),
        on: state.get(id, P::On).as_date(),
        as_of: state.get(id, P::AsOf).as_date(),
        remark: text(P::Remark),
    }
}

/// One published result; `None` where it is not there.
pub fn one(state: &State, id: RecordId) -> Option<Published> {
    let id = state.resolve(id);
    state.record(id).filter(|record| id.kind == Kind::Published && record.is_live())?;
    let text = |field: P| state.get(id, field).as_text().unwrap_or_default();
    let content = text(P::Content);
    Some(Published {
        listed: listed(state, id),
        frozen: Frozen::read(content),
        intact: digest(content) == text(P::Digest),
        digest: text(P::Digest).to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{NodeId, Stamp};
    use crate::rules::scoring::examples::EXAMPLES;
    use crate::rules::scoring::publish::freeze;
    use crate::rules::scoring::{Figures, Participant};

    #[test]
    fn a_result_is_read_as_it_was_published_and_altered_content_is_seen() {
        let mut state = State::default();
        let subjects = vec![Participant { key: "u".to_owned(), ..Participant::default() }];
        let figures = Figures { subjects, ..Figures::default() };
        let frozen = freeze(&EXAMPLES[0].sheet(), &figures, "2026-Q3", "2026-09-30", 1);
        let (id, on) = (RecordId::new(Kind::Published, 1), Date::ymd(2026, 10, 8).expect("a day"));
        let mut have = VersionVector::default();
        have.advance(Stamp::new(7, 0, NodeId(1)));
        let put = |state: &mut State, edits, time| {
            for change in state.changes_for(edits, Stamp::new(time, 0, NodeId(1))) {
                state.apply(change);
            }
        };
        put(&mut state, write(id, "三季度", on, &frozen, None, &have), 1);
        let found = one(&state, id).expect("it is there");
        assert_eq!((found.frozen.as_ref(), found.intact), (Ok(&frozen), true));
        assert_eq!((found.listed.on, found.listed.as_of), (Some(on), Date::ymd(2026, 9, 30)));
        assert_eq!(list(&state), [found.listed]);
        assert_eq!(of_contest(&state, RecordId::new(Kind::Contest, 1)), [], "a quarter is no contest");
        let altered = frozen.write().replace("2026-Q3", "2026-Q2");
        put(&mut state, vec![Edit::new(id, P::Content, Value::text(&altered))], 2);
        assert!(!one(&state, id).expect("it is there").intact);
    }

    #[test]
    fn results_of_a_round_stand_in_the_order_of_their_days() {
        let mut state = State::default();
        let contest = RecordId::new(Kind::Contest, 1);
        let on = Date::ymd(2026, 10, 8).expect("a day");
        for (key, day) in [(1, "2026-09-30"), (2, "2026-07-31")] {
            let frozen = freeze(&EXAMPLES[0].sheet(), &Figures::default(), &contest.to_string(), day, 1);
            let id = RecordId::new(Kind::Published, key);
            let edits = write(id, "双月考评", on, &frozen, None, &VersionVector::default());
            for change in state.changes_for(edits, Stamp::new(key, 0, NodeId(1))) {
                state.apply(change);
            }
        }
        let found: Vec<u64> = of_contest(&state, contest).iter().map(|listed| listed.id.key).collect();
        assert_eq!(found, [2, 1]);
        assert_eq!(of_contest(&state, RecordId::new(Kind::Contest, 2)), []);
    }
}
