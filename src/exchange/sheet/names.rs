//! The names of the targets, and which of them a heading names.

use super::columns::TargetTable;
use super::heading::{Plain, likeness, normal};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// The target that a heading names best, and how well.
type BestTarget = Option<(usize, f32)>;

/// The plain names of a table's targets, made once for all that is ever read by it.
#[derive(Debug)]
pub(super) struct PlainNames {
    of_targets: Vec<Vec<Plain>>,
    all: HashSet<String>,
}

impl PlainNames {
    fn of(targets: &TargetTable) -> Self {
        let names = targets.targets.iter().map(|t| t.names.split('|').map(Plain::of).collect());
        let of_targets: Vec<Vec<Plain>> = names.collect();
        let all = of_targets.iter().flatten().map(|name| name.text.clone()).collect();
        Self { of_targets, all }
    }
}

/// The plain names of all targets.
pub(super) struct Names<'a> {
    plain: &'a PlainNames,
    /// The search for a header asks for the same headings again and again.
    known: RefCell<HashMap<Vec<String>, BestTarget>>,
}

impl<'a> Names<'a> {
    /// The names of a table of targets.
    pub fn of(targets: &'a TargetTable) -> Self {
        Self { plain: targets.names.get_or_init(|| PlainNames::of(targets)), known: RefCell::default() }
    }

    /// Whether this is a target's name by the letter, in plain form.
    pub fn is_name(&self, plain: &str) -> bool {
        self.plain.all.contains(plain)
    }

    /// How well a column's heading names a target.
    pub fn score(&self, heading: &Spoken, target: usize) -> f32 {
        self.plain.of_targets.get(target).map_or(0.0, |names| heading.best(names))
    }

    /// How well a heading names any target, and which.
    pub fn best_target(&self, path: &[String]) -> BestTarget {
        if let Some(known) = self.known.borrow().get(path) {
            return *known;
        }
        let heading = Spoken::of(path);
        let scores = self.plain.of_targets.iter().enumerate().map(|(t, names)| (t, heading.best(names)));
        let found = scores.max_by(|a, b| a.1.total_cmp(&b.1));
        self.known.borrow_mut().insert(path.to_vec(), found);
        found
    }
}

/// Words that mean little without the heading above them.
const GENERIC: &str = "名称 时间 日期 金额 电话 姓名 数量 情况 其他 单位 编号 手机 面积 类型 内容 进度 备注 合计 小计 总额 目标 完成 职务 联系方式 负责人";

/// A text of more bytes is no heading, and must not be compared with every name.
const LONGEST: usize = 600;

/// A heading with the one above it, put into plain form once for all names.
pub(super) struct Spoken {
    leaf: Plain,
    /// With the heading above it in front; `None` if none stands there.
    whole: Option<Plain>,
    /// What the leaf weighs without it.
    alone: f32,
}

impl Spoken {
    /// A heading with those above it, from the top down.
    pub fn of(path: &[String]) -> Self {
        let plain = |text: &String| if text.len() > LONGEST { String::new() } else { normal(text) };
        let mut upward = path.iter().rev().map(plain);
        let leaf = upward.next().unwrap_or_default();
        let parent = upward.next().unwrap_or_default();
        let alone = match (parent.is_empty(), GENERIC.split(' ').any(|g| g == leaf)) {
            (true, _) => 1.0,
            (false, true) => 0.6,
            (false, false) => 0.95,
        };
        let whole = (!parent.is_empty()).then(|| Plain::new(format!("{parent}{leaf}")));
        Self { leaf: Plain::new(leaf), whole, alone }
    }

    /// How well it fits the best of some names.
    fn best(&self, names: &[Plain]) -> f32 {
        let of_name = |name: &Plain| {
            let whole = self.whole.as_ref().map_or(0.0, |whole| likeness(whole, name));
            (likeness(&self.leaf, name) * self.alone).max(whole)
        };
        names.iter().map(of_name).fold(0.0, f32::max)
    }
}
