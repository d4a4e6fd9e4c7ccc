//! Milestones, and the stage and exits that follow from them. The stage is never stored.

use super::Date;

/// Declares the milestones in the order of a project's life.
macro_rules! milestones {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// A dated, reviewed event in the life of a project.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Milestone { $($(#[$doc])* $name,)* }

        impl Milestone {
            /// Every milestone, in the order of a project's life.
            pub const ALL: &'static [Milestone] = &[$(Milestone::$name,)*];

            /// The word for it in files, and the element that names its cells.
            pub const fn word(self) -> &'static str {
                match self { $(Milestone::$name => $word,)* }
            }
        }
    };
}

milestones! {
    /// 谋划: registered as an idea or a lead worth planning for.
    Planned = "planned";
    /// 洽谈: talks with the investor have begun.
    Negotiating = "negotiating";
    /// 签约: an agreement is signed.
    Signed = "signed";
    /// 注册: the project company is registered. Not a stage of its own on the board.
    Registered = "registered";
    /// 落地: company, land or plant in hand.
    Landed = "landed";
    /// 开工: works or installation begun.
    Started = "started";
    /// 入统: listed in the investment statistics. Not a stage of its own on the board.
    Listed = "listed";
    /// 竣工: works complete.
    Completed = "completed";
    /// 投产: producing.
    InProduction = "in_production";
    /// 达效: output and tax as agreed.
    AtCapacity = "at_capacity";
}

impl Milestone {
    /// The milestone with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|m| m.word() == word)
    }

    /// The element number of its cells: fixed, so that every table of names agrees.
    pub const fn element(self) -> u32 {
        self as u32 + 1
    }

    /// The stage it leads to, if it is one of the board's stages.
    pub fn stage(self) -> Option<Stage> {
        Stage::ALL.iter().copied().find(|s| s.milestone() == self)
    }
}

/// The eight managed stages: 谋划 → 洽谈 → 签约 → 落地 → 开工 → 竣工 → 投产 → 达效.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Stage {
    /// 谋划
    Planned,
    /// 洽谈
    Negotiating,
    /// 签约
    Signed,
    /// 落地
    Landed,
    /// 开工
    Started,
    /// 竣工
    Completed,
    /// 投产
    InProduction,
    /// 达效
    AtCapacity,
}

impl Stage {
    /// Every stage in order.
    pub const ALL: &'static [Stage] = &[
        Stage::Planned,
        Stage::Negotiating,
        Stage::Signed,
        Stage::Landed,
        Stage::Started,
        Stage::Completed,
        Stage::InProduction,
        Stage::AtCapacity,
    ];

    /// The milestone that opens the stage.
    pub const fn milestone(self) -> Milestone {
        match self {
            Stage::Planned => Milestone::Planned,
            Stage::Negotiating => Milestone::Negotiating,
            Stage::Signed => Milestone::Signed,
            Stage::Landed => Milestone::Landed,
            Stage::Started => Milestone::Started,
            Stage::Completed => Milestone::Completed,
            Stage::InProduction => Milestone::InProduction,
            Stage::AtCapacity => Milestone::AtCapacity,
        }
    }

    /// The word for it in files and addresses.
    pub const fn word(self) -> &'static str {
        self.milestone().word()
    }
}

/// Why a project left the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Exit {
    /// 流失: went elsewhere or fell through.
    Lost,
    /// 退库: taken out of the counts; the record stays.
    Withdrawn,
    /// 暂缓: on hold, may come back.
    OnHold,
}

impl Exit {
    /// Every exit.
    pub const ALL: &'static [Exit] = &[Exit::Lost, Exit::Withdrawn, Exit::OnHold];

    /// The word for it in files.
    pub const fn word(self) -> &'static str {
        match self {
            Exit::Lost => "lost",
            Exit::Withdrawn => "withdrawn",
            Exit::OnHold => "on_hold",
        }
    }

    /// The exit with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|e| e.word() == word)
    }
}

/// How far the review of a milestone has come: 草稿 → 待审核 → 审核通过 / 退回.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Review {
    /// 待审核: stated with a date, not yet reviewed.
    #[default]
    Pending,
    /// 认定: recognised by the reviewer.
    Recognised,
    /// 退回: returned; does not count.
    Returned,
}

impl Review {
    /// Every state.
    pub const ALL: &'static [Review] = &[Review::Pending, Review::Recognised, Review::Returned];

    /// The word for it in files.
    pub const fn word(self) -> &'static str {
        match self {
            Review::Pending => "pending",
            Review::Recognised => "recognised",
            Review::Returned => "returned",
        }
    }

    /// The state with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|r| r.word() == word)
    }
}

/// What is recorded of one milestone of one project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// When it happened.
    pub event: Option<Date>,
    /// When it was recognised (认定), if the review found for it.
    pub recognised: Option<Date>,
    /// How far its review has come.
    pub review: Review,
}

impl Reached {
    /// Whether the milestone moves the stage. `strict` counts only what a reviewer recognised;
    /// otherwise a stated date counts until it is returned.
    pub fn counts(&self, strict: bool) -> bool {
        match self.review {
            Review::Recognised => self.event.is_some() || self.recognised.is_some(),
            Review::Pending => !strict && self.event.is_some(),
            Review::Returned => false,
        }
    }
}

/// The furthest stage whose milestone counts; a project with none is being planned.
///
/// `reached` is indexed by [`Milestone`].
pub fn stage(reached: &[Reached; Milestone::ALL.len()], strict: bool) -> Stage {
    let furthest = Stage::ALL.iter().rev().find(|s| reached[s.milestone() as usize].counts(strict));
    furthest.copied().unwrap_or(Stage::Planned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stage_is_the_furthest_milestone_that_counts() {
        let mut reached = [Reached::default(); Milestone::ALL.len()];
        assert_eq!(stage(&reached, false), Stage::Planned);
        let day = Date::ymd(2026, 3, 1);
        reached[Milestone::Signed as usize] = Reached { event: day, ..Reached::default() };
        assert_eq!(stage(&reached, false), Stage::Signed);
        assert_eq!(stage(&reached, true), Stage::Planned, "stated is not recognised");
        reached[Milestone::Started as usize] =
            Reached { event: day, recognised: day, review: Review::Recognised };
        assert_eq!(stage(&reached, true), Stage::Started);
        reached[Milestone::Started as usize].review = Review::Returned;
        assert_eq!(stage(&reached, false), Stage::Signed, "returned does not count");
    }

    #[test]
    fn registration_is_no_board_stage() {
        assert_eq!(Milestone::Registered.stage(), None);
        assert_eq!(Milestone::AtCapacity.stage(), Some(Stage::AtCapacity));
    }
}
