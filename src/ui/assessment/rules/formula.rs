//! The fields of a formula. Each kind says which of its words in the file are asked for, and how; what is not asked for
//! stays as it is.

use super::draft::Draft;
use super::fields::{choice, fixed, flag, number, text};
use crate::domain::Decimal;
use crate::i18n::{assess_rules as words, scoring};
use crate::rules::metrics::{Metric, Unit};
use crate::rules::scoring::{Formula, Rule};
use crate::ui::lang::{lang, t};
use crate::ui::widgets::{Button, ButtonKind, Choice, Glyph, IconButton};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// How a word of the file is asked for.
#[derive(Clone, Copy)]
enum Ask {
    /// A metric.
    Metric,
    /// A share of 1, as a percentage.
    Share,
    /// Points or another plain number.
    Number,
    /// So much of the metric: money in 万元.
    Amount,
    /// The edge of a band: of the metric, or a percentage where its completion is compared.
    Edge,
    /// By which number.
    Basis,
    /// What is given where nothing is defined.
    Undefined,
    /// Yes or no.
    Flag,
    /// Words.
    Words,
    /// Rows of these.
    Rows(&'static [Spec]),
}

/// A word of the file with its label, and whether it may be left out.
#[derive(Clone, Copy)]
struct Spec {
    key: &'static str,
    label: &'static str,
    ask: Ask,
    may_be_none: bool,
}

const fn must(key: &'static str, ask: Ask) -> Spec {
    Spec { key, label: key, ask, may_be_none: false }
}

const fn may(key: &'static str, ask: Ask) -> Spec {
    Spec { key, label: key, ask, may_be_none: true }
}

const METRIC: Spec = must("metric", Ask::Metric);
const UNDEFINED: Spec = must("undefined", Ask::Undefined);
const BANDS: &[Spec] = &[
    Spec { key: "from", label: "edge", ask: Ask::Edge, may_be_none: false },
    must("points", Ask::Number),
    may("slope", Ask::Number),
];

const PARTS: &[Spec] = &[METRIC, must("share", Ask::Share)];
const GRADERS: &[Spec] = &[must("class", Ask::Words), must("share", Ask::Share)];
const BASIS: Spec = must("of", Ask::Basis);
const CAP_SHARE: Spec = may("cap", Ask::Share);
const CAP: Spec = may("cap", Ask::Number);
const POINTS: Spec = must("points", Ask::Number);
const WHOLE_METRIC: Spec = Spec { key: "whole", label: "whole_metric", ask: Ask::Metric, may_be_none: false };

const RATIO: &[Spec] = &[METRIC, CAP_SHARE, may("from", Ask::Share), UNDEFINED];
const TIME_RATIO: &[Spec] = &[METRIC, CAP_SHARE, UNDEFINED];
const POWER: &[Spec] =
    &[METRIC, BASIS, must("floor", Ask::Share), must("lower_is_better", Ask::Flag), UNDEFINED];
const RELATIVE_MAX: &[Spec] = &[METRIC, BASIS, UNDEFINED];
const IN_BANDS: &[Spec] =
    &[METRIC, BASIS, must("bands", Ask::Rows(BANDS)), may("floor", Ask::Number), CAP, UNDEFINED];
const PER_UNIT: &[Spec] = &[
    METRIC,
    POINTS,
    must("per", Ask::Amount),
    CAP,
    must("whole", Ask::Flag),
    must("beyond_target", Ask::Flag),
];
const BLEND: &[Spec] = &[must("parts", Ask::Rows(PARTS)), CAP_SHARE, UNDEFINED];
const MIX_RATIO: &[Spec] = &[must("part", Ask::Metric), WHOLE_METRIC, CAP_SHARE, UNDEFINED];
const SIZES: &[Spec] = &[
    Spec { key: "from", label: "target_from", ask: Ask::Amount, may_be_none: false },
    Spec { key: "points", label: "step_points", ask: Ask::Number, may_be_none: false },
];
const OVER_TARGET: &[Spec] = &[
    METRIC,
    must("step", Ask::Share),
    Spec { key: "points", label: "step_points", ask: Ask::Number, may_be_none: false },
    must("by_target", Ask::Rows(SIZES)),
    CAP,
    must("whole_steps", Ask::Flag),
    UNDEFINED,
];
const DEDUCT: &[Spec] = &[METRIC, POINTS, may("need", Ask::Amount), must("floor", Ask::Number), UNDEFINED];
const PANEL: &[Spec] = &[METRIC, must("graders", Ask::Rows(GRADERS)), must("full", Ask::Number), UNDEFINED];
const RANK_GAIN: &[Spec] = &[POINTS, CAP, must("both_ways", Ask::Flag), UNDEFINED];

/// What is asked of each kind.
const fn specs(formula: &Formula) -> &'static [Spec] {
    match formula {
        Formula::Ratio(_) => RATIO,
        Formula::TimeRatio(_) => TIME_RATIO,
        Formula::Power(_) => POWER,
        Formula::RelativeMax(_) => RELATIVE_MAX,
        Formula::Bands(_) => IN_BANDS,
        Formula::PerUnit(_) => PER_UNIT,
        Formula::Blend(_) => BLEND,
        Formula::MixRatio(_) => MIX_RATIO,
        Formula::OverTarget(_) => OVER_TARGET,
        Formula::Deduct(_) => DEDUCT,
        Formula::Panel(_) => PANEL,
        Formula::RankGain(_) => RANK_GAIN,
        Formula::Fixed(_) => &[],
    }
}

/// Where a value stands in the file of a formula: a word, or a word in a row of a list.
#[derive(Clone, Copy)]
struct At {
    list: Option<(&'static str, usize)>,
    key: &'static str,
}

/// Changes the formula of the item that is open, through its file; what does not read back is not kept.
fn change(draft: Draft, change: impl FnOnce(&mut Map<String, Value>)) {
    draft.change(|item| {
        let Rule::Formula(formula) = &mut item.rule else { return };
        let Ok(Value::Object(mut json)) = serde_json::to_value(&*formula) else { return };
        change(&mut json);
        if let Ok(changed) = serde_json::from_value(Value::Object(json)) {
            *formula = changed;
        }
    });
}

fn put(draft: Draft, at: At, value: Value) {
    change(draft, |json| {
        let target = match at.list {
            None => Some(json),
            Some((list, row)) => {
                json.get_mut(list).and_then(|list| list.get_mut(row)).and_then(Value::as_object_mut)
            }
        };
        if let Some(target) = target {
            target.insert(at.key.to_owned(), value);
        }
    });
}

fn anew(draft: Draft) {
    draft.turn.update(|turn| *turn += 1);
}

/// The fields of a formula.
pub(super) fn formula(draft: Draft, of: &Formula, metrics: Vec<Metric>) -> AnyView {
    let json = serde_json::to_value(of).unwrap_or_default();
    let specs = specs(of);
    let field = |spec: &Spec| match spec.ask {
        Ask::Rows(inner) => rows(draft, &json, spec, inner, &metrics),
        _ => one(draft, &json, &json, At { list: None, key: spec.key }, spec, &metrics),
    };
    specs.iter().map(field).collect_view().into_any()
}

fn one(draft: Draft, whole: &Value, json: &Value, at: At, spec: &Spec, metrics: &[Metric]) -> AnyView {
    let label = words::field(spec.label);
    let value = json.get(spec.key).cloned().unwrap_or_default();
    let word = || value.as_str().unwrap_or_default().to_owned();
    let decimal: Option<Decimal> = serde_json::from_value(value.clone()).ok();
    let unit = {
        let word = whole.get("metric").and_then(Value::as_str).unwrap_or_default();
        metrics.iter().find(|metric| metric.word == word).map(|metric| metric.unit).unwrap_or_default()
    };
    let numeric = |suffix: String, by: Decimal| {
        // What is left out has a meaning of its own: one of each, no slope.
        let first = decimal.or(match spec.key {
            "per" => Some(Decimal::ONE),
            _ => None,
        });
        number(label, suffix, first, by, spec.may_be_none, move |to| {
            let value = match (to, at.key) {
                (Some(to), _) => serde_json::to_value(to).unwrap_or_default(),
                (None, "slope") => Value::from(0),
                (None, _) => Value::Null,
            };
            put(draft, at, value);
        })
    };
    let wan = || {
        let by = Decimal::ONE.over(Decimal::whole(10_000)).unwrap_or(Decimal::ONE);
        numeric(t(words::WAN).to_owned(), by)
    };
    let percent = || numeric("%".to_owned(), Decimal::whole(100));
    match spec.ask {
        Ask::Metric => {
            let l = lang();
            let known = metrics.iter().map(|m| Choice::new(m.word.clone(), scoring::label(l, &m.name)));
            let mut all: Vec<Choice> = known.collect();
            if all.iter().all(|choice| choice.value != word()) {
                all.insert(0, Choice::new(word(), word()));
            }
            choice(label, Signal::stored(all), word(), move |to| {
                put(draft, at, Value::from(to));
                anew(draft);
            })
        }
        Ask::Share => percent(),
        Ask::Number => numeric(String::new(), Decimal::ONE),
        Ask::Amount if unit == Unit::Yuan => wan(),
        Ask::Edge if whole.get("of").is_some_and(|of| of != "value") => percent(),
        Ask::Edge if unit == Unit::Yuan => wan(),
        Ask::Amount | Ask::Edge => numeric(scoring::unit_short(lang(), unit).to_owned(), Decimal::ONE),
        Ask::Basis => {
            const ALL: [&str; 4] = ["value", "completion", "schedule", "ahead"];
            choice(label, fixed(ALL.map(|word| (word, words::basis(word)))), word(), move |to| {
                put(draft, at, Value::from(to));
                anew(draft);
            })
        }
        Ask::Undefined => {
            const ALL: [&str; 3] = ["zero", "full", "leave"];
            choice(label, fixed(ALL.map(|word| (word, words::undefined(word)))), word(), move |to| {
                put(draft, at, Value::from(to));
            })
        }
        Ask::Flag => flag(label, value.as_bool().unwrap_or(false), move |to| put(draft, at, Value::from(to))),
        Ask::Words => text(label, &word(), move |to| put(draft, at, Value::from(to))),
        Ask::Rows(_) => ().into_any(),
    }
}

/// A list of rows: bands, parts, graders.
fn rows(draft: Draft, json: &Value, spec: &Spec, inner: &'static [Spec], metrics: &[Metric]) -> AnyView {
    let list = spec.key;
    let all = json.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
    let count = all.len();
    let row = |(row, value): (usize, Value)| {
        let fields = inner.iter().map(|inner| {
            one(draft, json, &value, At { list: Some((list, row)), key: inner.key }, inner, metrics)
        });
        let remove = move || {
            change(draft, |json| {
                if let Some(rows) =
                    json.get_mut(list).and_then(Value::as_array_mut).filter(|rows| row < rows.len())
                {
                    rows.remove(row);
                }
            });
            anew(draft);
        };
        view! {
            <div class="rule-row">{fields.collect_view()}<IconButton glyph=Glyph::Trash label=words::REMOVE on_press=remove/></div>
        }
    };
    let add = move || {
        change(draft, |json| {
            let metric = json.get("metric").cloned();
            let rows = json.entry(list).or_insert_with(|| Value::Array(Vec::new()));
            let Some(rows) = rows.as_array_mut() else { return };
            let fresh = rows.last().cloned().unwrap_or_else(|| match list {
                "bands" | "by_target" => serde_json::json!({ "from": 0, "points": 0 }),
                "graders" => serde_json::json!({ "class": "", "share": 1 }),
                _ => serde_json::json!({ "metric": metric.unwrap_or_else(|| Value::from("signed")), "share": 1 }),
            });
            rows.push(fresh);
        });
        anew(draft);
    };
    view! {
        <fieldset class="whole rule-rows" data-count=count>
            <legend>{t(words::field(spec.label))}</legend>
            {all.into_iter().enumerate().map(row).collect_view()}
            <Button label=words::ADD_ROW kind=ButtonKind::Quiet icon=Glyph::Plus on_press=add/>
        </fieldset>
    }
    .into_any()
}
