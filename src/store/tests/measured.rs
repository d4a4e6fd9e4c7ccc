//! Whatever is done, metrics that are kept from edit to edit are what measuring everything anew would give.

use super::{day, project, store};
use crate::domain::field::{
    CompanyField as C, FigureField as F, FollowUpField as W, FundTrancheField as T, IssueField as Q,
    OutboundTripField as G, PersonField as R, ProjectField as P, TransferField as X,
};
use crate::domain::{Date, Decimal, Field, Kind, Milestone, Money, RecordId, Value};
use crate::ledger::{Action, CellKey, Edit};
use crate::rules::metrics::{Kept, Measured, Metric, measure, standard};
use proptest::prelude::*;

const KINDS: [Kind; 10] = [
    Kind::Project,
    Kind::Project,
    Kind::FollowUp,
    Kind::FundTranche,
    Kind::Transfer,
    Kind::OutboundTrip,
    Kind::Issue,
    Kind::Figure,
    Kind::Person,
    Kind::Company,
];

fn any_counted() -> impl Strategy<Value = Edit> {
    let parts = (0..KINDS.len(), 0u64..2, 0u8..9, 0u64..2, any::<bool>(), 0i32..90);
    parts.prop_map(|(kind, key, what, target, flag, at)| {
        let kind = KINDS[kind];
        let id = RecordId::new(kind, key);
        let on = Value::Date(Date::parse_iso("2026-01-01").expect("a day").plus(at));
        let money = Value::Money(Money::yuan(i64::from(at) * 1_000_000));
        let unit = Value::Ref(RecordId::new(Kind::Unit, target));
        let person = Value::Ref(RecordId::new(Kind::Person, target));
        let milestone = |of: Milestone| CellKey::of(P::MilestoneDate, of.element());
        match (kind, what) {
            (_, 0) => Edit::new(id, Field::DELETED, Value::Bool(flag)),
            (Kind::Project | Kind::Person | Kind::Company, 1) if flag => {
                Edit::new(id, Field::MERGED_INTO, Value::Ref(RecordId::new(kind, target)))
            }
            (Kind::Project, 1) => Edit::new(id, P::Exit, Value::text(["lost", ""][target as usize])),
            (Kind::Project, 2) => Edit::new(id, if flag { P::Unit } else { P::FirstTalkUnit }, unit),
            (Kind::Project, 3) => Edit::new(id, P::Owner, person),
            (Kind::Project, 4) => Edit::new(id, P::TotalInvestment, money),
            (Kind::Project, 5) => {
                Edit::new(id, P::Investor, Value::Ref(RecordId::new(Kind::Company, target)))
            }
            (Kind::Project, 6) => Edit::new(id, P::Chain, Value::text(["甲", "乙"][target as usize])),
            (Kind::Project, 7) => Edit::new(id, milestone(Milestone::Started), on),
            (Kind::Project, _) => Edit::new(id, milestone(Milestone::Signed), on),
            (Kind::FollowUp, 1..=3) => Edit::new(id, W::Project, Value::Ref(project(target))),
            (Kind::FollowUp, 4) => Edit::new(id, W::Person, person),
            (Kind::FollowUp, _) => Edit::new(id, W::On, on),
            (Kind::FundTranche, 1..=3) => Edit::new(id, T::Project, Value::Ref(project(target))),
            (Kind::FundTranche, 4..=6) => Edit::new(id, T::Amount, money),
            (Kind::FundTranche, _) => Edit::new(id, T::ArrivedOn, on),
            (Kind::Transfer, 1..=3) => Edit::new(id, X::Project, Value::Ref(project(target))),
            (Kind::Transfer, 4) => Edit::new(id, X::Kept, Value::Int(i64::from(at) * 100)),
            (Kind::Transfer, 5) => Edit::new(id, X::On, on),
            (Kind::Transfer, _) => Edit::new(id, if flag { X::From } else { X::To }, unit),
            (Kind::OutboundTrip, 1 | 2) => Edit::new(id, G::Unit, unit),
            (Kind::OutboundTrip, 3 | 4) => Edit::new(id, G::Leader, person),
            (Kind::OutboundTrip, _) => Edit::new(id, if flag { G::Start } else { G::End }, on),
            (Kind::Issue, 1..=3) => Edit::new(id, Q::Project, Value::Ref(project(target))),
            (Kind::Issue, _) => Edit::new(id, Q::RaisedOn, on),
            (Kind::Figure, 1..=3) => Edit::new(id, F::Metric, Value::Ref(standard::id("entered"))),
            (Kind::Figure, 4) => Edit::new(id, F::Unit, unit),
            (Kind::Figure, 5) => Edit::new(id, F::Number, Value::Int(i64::from(at))),
            (Kind::Figure, _) => Edit::new(id, F::On, on),
            (Kind::Person, _) => Edit::new(id, R::Unit, unit),
            _ => Edit::new(id, C::Region, Value::text(["省外", "江苏省南京市"][target as usize])),
        }
    })
}

/// An entry without what the order of reading gives it.
type Plain = (Option<Date>, RecordId, Decimal, Vec<(RecordId, Decimal)>, Vec<RecordId>, Option<String>);

fn plain(measured: &Measured) -> (Vec<Plain>, &[RecordId]) {
    let chain = |at: usize| measured.chains[at].clone();
    let entry = |entry: &crate::rules::metrics::Entry| {
        let (units, people) = (entry.units.clone(), entry.people.clone());
        (entry.on, entry.record, entry.amount, units, people, entry.chain.map(chain))
    };
    (measured.entries.iter().map(entry).collect(), &measured.left_out)
}

/// The office's usual metrics, and others by shares, by first talk, and by numbers that are entered.
fn metrics() -> Vec<Metric> {
    let mut all = standard::in_force(&crate::ledger::State::default());
    let more = [
        r#"{"word":"shared","name":{"zh":"分成"},"unit":"yuan","credit":"shares",
            "source":{"kind":"milestone","milestone":"signed","amount":"total"}}"#,
        r#"{"word":"problems","name":{"zh":"问题"},"unit":"piece","source":{"kind":"records","records":"issue"}}"#,
        r#"{"word":"entered","name":{"zh":"填报"},"unit":"piece","source":{"kind":"entered","entering":"sum"}}"#,
    ];
    all.extend(more.iter().map(|json| serde_json::from_str::<Metric>(json).expect("a metric")));
    all
}

proptest! {
    #[test]
    fn kept_metrics_are_as_if_measured_anew(
        commands in prop::collection::vec((prop::collection::vec(any_counted(), 1..6), 0i32..3), 0..16),
    ) {
        let (mut store, _) = store();
        let metrics = metrics();
        let (mut kept, mut seen) = (Kept::default(), 0);
        let mut today = day("2026-02-20").as_date().expect("a day");
        for (wall, (edits, later)) in (1u64..).zip(commands) {
            store.execute(Action::Edit, edits, wall).expect("written");
            today = today.plus(later / 2 * 20);
            if wall % 2 == 0 {
                // Now these metrics are asked, now those; what is not asked this time is kept as well.
                let asked: Vec<Metric> = metrics.iter().skip(wall as usize % 3).step_by(2).cloned().collect();
                let touched = store.touched_unseen(&mut seen);
                let kept = kept.measured(&store, touched.as_deref(), &asked, today);
                prop_assert_eq!(kept.len(), asked.len());
                for (kept, anew) in kept.iter().zip(&measure(&store, &asked, today)) {
                    prop_assert_eq!(plain(kept), plain(anew));
                }
            }
        }
    }
}
