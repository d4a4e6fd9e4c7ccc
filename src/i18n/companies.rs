//! Companies and contacts.

pub mod cards;

use super::format::count;
use super::{Lang, Text, plural};

/// The search box of the list.
pub const SEARCH: Text = Text::new("搜企业：名称、信用代码、拼音", "Search by name, credit code or pinyin");
/// What the list is ordered by.
pub const ORDER: Text = Text::new("排序", "Order");
/// By the sum of projects.
pub const BY_SUM: Text = Text::new("投资额", "Investment");
/// By the number of projects.
pub const BY_PROJECTS: Text = Text::new("项目数", "Projects");
/// By name.
pub const BY_NAME: Text = Text::new("名称", "Name");
/// By region.
pub const BY_REGION: Text = Text::new("来源地", "Region");
/// Column: the sum of the projects in the pipeline, in 万元 (or millions).
pub const SUM: Text = Text::new("在库投资额", "Investment");
/// Column: projects in the pipeline.
pub const PROJECTS: Text = Text::new("在库项目", "Projects");
/// Writes a workbook of the contacts of the companies that are shown.
pub const EXPORT_CONTACTS: Text =
    Text::new("导出所见企业的客商为 Excel", "Contacts of those shown, as Excel");
/// Adds a company.
pub const NEW: Text = Text::new("登记企业", "New company");
/// Name of a company to be added.
pub const NEW_NAME: Text = Text::new("新企业名称", "Name of the new company");
/// Adds it.
pub const REGISTER: Text = Text::new("登记", "Add");
/// The name is missing or another has it.
pub const NAME_TAKEN: Text = Text::new("请填一个没有登记过的名称", "Enter a name that is not registered yet");
/// No companies yet.
pub const NONE: Text = Text::new("还没有企业", "No companies yet");
/// Where they come from.
pub const NONE_TEXT: Text = Text::new(
    "登记项目、导入台账时会自动建立投资方，也可以在这里登记目标企业。",
    "Investors are added with projects and imports; target companies can be entered here.",
);
/// The search found nothing.
pub const NOT_FOUND: Text = Text::new("没有找到", "Nothing found");
/// What to try.
pub const NOT_FOUND_TEXT: Text =
    Text::new("换几个字，或用拼音首字母试试。", "Try other words, or the initials of the pinyin.");

/// The company's own fields.
pub const FACTS: Text = Text::new("企业情况", "Facts");
/// Its people.
pub const CONTACTS: Text = Text::new("客商", "Contacts");
/// No people yet.
pub const NO_CONTACTS: Text = Text::new("还没有客商", "No contacts yet");
/// Name of a person to be added.
pub const NEW_CONTACT: Text = Text::new("新客商姓名", "Name of the new contact");
/// Adds the person.
pub const ADD_CONTACT: Text = Text::new("新增客商", "Add a contact");
/// The name is missing.
pub const NAME_NEEDED: Text = Text::new("请填姓名", "Enter a name");
/// Edits a person.
pub const EDIT: Text = Text::new("修改", "Edit");
/// Ends editing.
pub const DONE: Text = Text::new("完成", "Done");
/// Deletes the record.
pub const DELETE: Text = Text::new("删除", "Delete");
/// Its projects.
pub const ITS_PROJECTS: Text = Text::new("项目", "Projects");
/// No projects.
pub const NO_PROJECTS: Text = Text::new("还没有项目", "No projects yet");
/// The follow-ups of its projects.
pub const FOLLOW_UPS: Text = Text::new("跟进", "Follow-ups");
/// No follow-ups.
pub const NO_FOLLOW_UPS: Text = Text::new("还没有跟进", "No follow-ups yet");
/// More that can be done.
pub const MORE: Text = Text::new("更多", "More");
/// Merges the company into another.
pub const MERGE: Text = Text::new("并入另一家企业", "Merge into another company");
/// Which one stays.
pub const MERGE_INTO: Text = Text::new("保留哪一家", "Which one stays");
/// What a merge does.
pub const MERGE_TEXT: Text = Text::new(
    "这家的项目和客商都归到保留的一家，保留的一家空着的项由这家补上；可以撤销。",
    "Its projects and contacts then belong to the one that stays, which also takes over what it lacks. It can be undone.",
);
/// Does the merge.
pub const MERGE_DO: Text = Text::new("合并", "Merge");
/// The company is not here.
pub const GONE: Text = Text::new("没有这家企业", "There is no such company");
/// Why that may be.
pub const GONE_TEXT: Text =
    Text::new("它可能已被删除，或并入了另一家。", "It may have been deleted or merged into another.");
/// People are not shown on a projector.
pub const HIDDEN: Text = Text::new("投影时不显示联系人", "Contacts are hidden on a projector");

/// How many companies are listed.
pub fn n_companies(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("{} 家", count(n)),
        Lang::En => plural(n, "company", "companies"),
    }
}

/// Shows the rest of a list.
pub fn show_all(l: Lang, n: usize) -> String {
    match l {
        Lang::Zh => format!("显示全部 {} 条", count(n)),
        Lang::En => format!("Show all {}", count(n)),
    }
}

/// Names what a button is for.
pub fn of(l: Lang, what: Text, name: &str) -> String {
    match l {
        Lang::Zh => format!("{}：{name}", what.get(l)),
        Lang::En => format!("{}: {name}", what.get(l)),
    }
}

/// A column head with its unit.
pub fn with_unit(l: Lang, what: Text, unit: &str) -> String {
    match l {
        Lang::Zh => format!("{}（{unit}）", what.get(l)),
        Lang::En => format!("{} ({unit})", what.get(l)),
    }
}
