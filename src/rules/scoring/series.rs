//! Several results of one contest in order (双月考评, domain notes row 66): where everybody stood each time.

use super::publish::Frozen;
use crate::domain::Decimal;

/// Where one stood at one result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// 名次 in the group; `None` where the group is not ranked.
    pub place: Option<usize>,
    /// 总分
    pub total: Decimal,
}

/// One who was scored, through all results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The key of the subject.
    pub key: String,
    /// The name as of the latest result that has it.
    pub name: String,
    /// 考核组别 as of then.
    pub group: String,
    /// Where it stood at each result; `None` where it did not take part.
    pub stood: Vec<Option<Stood>>,
}

/// Everybody of some results, the earliest result first: in the order of the groups and places of the last one, those
/// that it does not have behind them.
pub fn series(results: &[&Frozen]) -> Vec<Course> {
    let mut found: Vec<Course> = Vec::new();
    for (at, result) in results.iter().enumerate() {
        for line in &result.lines {
            let subject = result.figures.subjects.iter().find(|subject| subject.key == line.key);
            let course = match found.iter_mut().position(|course| course.key == line.key) {
                Some(known) => &mut found[known],
                None => {
                    let stood = vec![None; results.len()];
                    let (name, group) = (String::new(), String::new());
                    found.push(Course { key: line.key.clone(), name, group, stood });
                    let last = found.len() - 1;
                    &mut found[last]
                }
            };
            if let Some(subject) = subject {
                course.name.clone_from(&subject.name);
                course.group.clone_from(&subject.group);
            }
            course.stood[at] = Some(Stood { place: line.place, total: line.total });
        }
    }
    let groups = results.last().map(|result| result.sheet.groups.clone()).unwrap_or_default();
    found.sort_by_key(|course| {
        let group = groups.iter().position(|group| *group == course.group).unwrap_or(usize::MAX);
        let last = course.stood.last().copied().flatten();
        let place = last.and_then(|stood| stood.place).unwrap_or(usize::MAX);
        (last.is_none(), group, course.group.clone(), place, course.name.clone())
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::scoring::publish::Line;
    use crate::rules::scoring::{Figures, Participant, RuleSheet};

    fn result(lines: &[(&str, &str, i64, usize)]) -> Frozen {
        let subject = |(key, group, ..): &(&str, &str, i64, usize)| Participant {
            key: (*key).to_owned(),
            name: format!("名{key}"),
            group: (*group).to_owned(),
        };
        let line = |(key, _, total, place): &(&str, &str, i64, usize)| Line {
            key: (*key).to_owned(),
            total: Decimal::whole(*total),
            place: Some(*place),
            items: Vec::new(),
        };
        let groups = ["乙".to_owned(), "甲".to_owned()].to_vec();
        Frozen {
            sheet: RuleSheet { groups, ..RuleSheet::default() },
            figures: Figures { subjects: lines.iter().map(subject).collect(), ..Figures::default() },
            lines: lines.iter().map(line).collect(),
            ..Frozen::default()
        }
    }

    /// First a 80 (1), b 70 (2) of 甲 and c 60 (1) of 乙; then b 90 (1), a 85 (2), c 50 (1), and d is new. e was there
    /// the first time only and stands last.
    #[test]
    fn places_then_and_now_stand_side_by_side() {
        let first = result(&[("a", "甲", 80, 1), ("b", "甲", 70, 2), ("c", "乙", 60, 1), ("e", "甲", 10, 3)]);
        let second =
            result(&[("a", "甲", 85, 2), ("b", "甲", 90, 1), ("c", "乙", 50, 1), ("d", "甲", 20, 3)]);
        let found = series(&[&first, &second]);
        let told: Vec<(&str, Vec<Option<usize>>)> = found
            .iter()
            .map(|course| {
                let places = course.stood.iter().map(|stood| stood.and_then(|stood| stood.place));
                (course.key.as_str(), places.collect())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("c", vec![Some(1), Some(1)]),
                ("b", vec![Some(2), Some(1)]),
                ("a", vec![Some(1), Some(2)]),
                ("d", vec![None, Some(3)]),
                ("e", vec![Some(3), None]),
            ]
        );
        assert_eq!((found[1].name.as_str(), found[1].group.as_str()), ("名b", "甲"));
        assert!(series(&[]).is_empty());
    }
}
