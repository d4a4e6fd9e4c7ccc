//! The frame around every page: rail, top bar, appearance, shortcuts.

use super::{Lang, Text, plural};
use crate::store::WriteError;

/// The product's name.
pub const APP: Text = Text::new("招商簿", "Zhaoshang");
/// The mark above the rail, the same in every language.
pub const SEAL: &str = "招";
/// First link of the page, for the keyboard.
pub const SKIP: Text = Text::new("跳到正文", "Skip to content");
/// Label of the rail.
pub const PLACES: Text = Text::new("主导航", "Main");
/// The rail's places.
pub const TODAY: Text = Text::new("今日", "Today");
/// The pipeline.
pub const PROJECTS: Text = Text::new("项目", "Projects");
/// Companies and their contacts.
pub const COMPANIES: Text = Text::new("企业", "Companies");
/// Exchange of files between offices.
pub const EXCHANGE: Text = Text::new("交换", "Exchange");
/// Settings.
pub const SETTINGS: Text = Text::new("设置", "Settings");
/// The pipeline as columns by stage.
pub const BOARD: Text = Text::new("看板", "Board");
/// The pipeline as a table.
pub const TABLE: Text = Text::new("表格", "Table");
/// The page of projects that may be the same.
pub const DUPLICATES: Text = Text::new("查重", "Duplicates");
/// One project.
pub const PROJECT: Text = Text::new("项目详情", "Project");
/// One company.
pub const COMPANY: Text = Text::new("企业详情", "Company");
/// Import of a spreadsheet.
pub const IMPORT: Text = Text::new("导入台账", "Import a ledger");
/// First run.
pub const FIRST_RUN: Text = Text::new("开始使用", "Getting started");
/// Values two offices set differently.
pub const CONFLICTS: Text = Text::new("待选分歧", "Differences to settle");
/// The style gallery of debug builds.
pub const GALLERY: Text = Text::new("组件样张", "Gallery");

/// Undo button.
pub const UNDO: Text = Text::new("撤销", "Undo");
/// Redo button.
pub const REDO: Text = Text::new("重做", "Redo");
/// Everything is on disk.
pub const SAVED: Text = Text::new("已保存", "Saved");
/// Whether everything is on disk is being looked at.
pub const CHECKING: Text = Text::new("核对中", "Checking");
/// A write is under way.
pub const SAVING: Text = Text::new("保存中", "Saving");
/// The last write failed.
pub const NOT_SAVED: Text = Text::new("未保存", "Not saved");

/// It is in the page's storage only.
pub const ONE_COPY: Text = Text::new("已存，无副本", "Saved, no copy");
/// What that means.
pub const ONE_COPY_TEXT: Text = Text::new(
    "修改已存入本页存储，但浏览器没能写下第二份：此时断电或浏览器崩溃，可能丢失最后几秒的修改。",
    "Changes are in the page's storage, but the browser could not write the second copy: after a power cut or a crash of the browser the last seconds may be lost.",
);
/// The browser keeps nothing.
pub const FLEETING: Text = Text::new("不会保存", "Not kept");
/// What that means.
pub const FLEETING_TEXT: Text = Text::new(
    "浏览器不允许本页保存数据，关闭后即丢失；请先存成文件。",
    "The browser does not let this page keep data: save a file before you close it.",
);
/// Nothing may be written.
pub const READ_ONLY: Text = Text::new("只读", "Read only");
/// Why not.
pub const READ_ONLY_TEXT: Text = Text::new(
    "部分数据由更新版本的程序写成，本页只能查看，不能修改。请重新加载以更新程序。",
    "Some of the data was written by a newer version of the program; this page can only show it. Reload to update.",
);
/// Loads the page anew.
pub const RELOAD: Text = Text::new("重新加载", "Reload");
/// Goes to what is said of storage in the settings.
pub const SHOW_STORAGE: Text = Text::new("查看", "Show");

/// A newer version lies ready.
pub const UPDATE: Text =
    Text::new("新版本已备好，下次打开时启用", "A new version is ready and will run at the next start");
/// Starts it now.
pub const UPDATE_NOW: Text = Text::new("现在启用", "Start it now");
/// Name of the strip, for screen readers.
pub const SAMPLE: Text = Text::new("样例工作区", "Sample workspace");
/// The strip that marks the sample workspace.
pub const SAMPLE_STRIP: Text = Text::new(
    "样例数据，仅供熟悉操作，不与本单位数据相混",
    "Sample data for practice, kept apart from your office's data",
);
/// Leaves the sample workspace.
pub const SAMPLE_LEAVE: Text = Text::new("回到本单位", "Go to my office");

/// Appearance menu.
pub const APPEARANCE: Text = Text::new("外观", "Appearance");
/// Colour scheme group.
pub const THEME: Text = Text::new("明暗", "Colours");
/// Follow the system.
pub const THEME_AUTO: Text = Text::new("跟随系统", "As the system");
/// Light colours.
pub const THEME_LIGHT: Text = Text::new("浅色", "Light");
/// Dark colours.
pub const THEME_DARK: Text = Text::new("深色", "Dark");
/// Size group.
pub const SIZE: Text = Text::new("大小", "Size");
/// Normal size.
pub const SIZE_NORMAL: Text = Text::new("常规", "Normal");
/// Projector size.
pub const SIZE_PROJECTOR: Text = Text::new("投影", "Projector");
/// Language switch.
pub const LANGUAGE: Text = Text::new("语言", "Language");

/// Title of the shortcut list.
pub const SHORTCUTS: Text = Text::new("键盘快捷键", "Keyboard shortcuts");
/// Opens the shortcut list.
pub const SHOW_SHORTCUTS: Text = Text::new("显示快捷键", "Show shortcuts");
/// Focuses the search box.
pub const GO_SEARCH: Text = Text::new("搜索", "Search");
/// Placeholder of the search box.
pub const SEARCH_HINT: Text =
    Text::new("搜项目、企业、人，可用拼音首字母", "Search projects, companies, people");

/// A part of the program is on its way.
pub const PART_COMING: Text = Text::new("正在载入…", "Loading…");
/// A part of the program did not arrive.
pub const PART_MISSING: Text = Text::new("这一部分还没有载入", "This part has not arrived");
/// Why, and what to do.
pub const PART_MISSING_TEXT: Text = Text::new(
    "网络断了，本机还没有存好离线副本。已录入的数据都在。连上网络后重试。",
    "The network is gone and no offline copy is kept yet. Everything recorded is safe. Connect and try again.",
);
/// Loads it again.
pub const PART_RETRY: Text = Text::new("重试", "Try again");

/// Title of the page for an address that leads nowhere.
pub const LOST: Text = Text::new("没有这个页面", "There is no such page");
/// What to do about it.
pub const LOST_TEXT: Text = Text::new(
    "地址可能写错，或记录已不在本簿。",
    "The address may be mistyped, or the record is no longer here.",
);
/// The way back.
pub const LOST_BACK: Text = Text::new("回到今日", "Go to Today");
/// A screen that the current version does not have yet.
pub const SOON: Text = Text::new("此页尚未启用", "This page is not available yet");

/// Title of the browser's tab.
pub fn document_title(l: Lang, page: &str) -> String {
    format!("{page} · {}", APP.get(l))
}

/// So many stored values could not be read.
pub fn lost(l: Lang, values: usize) -> String {
    match l {
        Lang::Zh => format!("有 {values} 处存储内容读不出，其余数据照常可用"),
        Lang::En => {
            let values = plural(values, "stored value", "stored values");
            format!("{values} could not be read; all the rest can be used")
        }
    }
}

/// Tooltip of the undo button: what would be undone.
pub fn undo_what(l: Lang, what: &str) -> String {
    match l {
        Lang::Zh => format!("撤销：{what}"),
        Lang::En => format!("Undo: {what}"),
    }
}

/// Tooltip of the redo button: what would be done again.
pub fn redo_what(l: Lang, what: &str) -> String {
    match l {
        Lang::Zh => format!("重做：{what}"),
        Lang::En => format!("Redo: {what}"),
    }
}

/// A command was carried out, on so many records.
pub fn done(l: Lang, what: &str, records: usize) -> String {
    match l {
        Lang::Zh if records == 1 => format!("已{what}"),
        Lang::Zh => format!("已{what}，涉及 {records} 条记录"),
        Lang::En if records == 1 => format!("Done: {what}"),
        Lang::En => format!("{what}: {}", plural(records, "record", "records")),
    }
}

/// A command was undone; `kept` cells were left because they hold another value since.
pub fn undone(l: Lang, what: &str, kept: usize) -> String {
    let kept = left_alone(l, kept);
    match l {
        Lang::Zh => format!("已撤销：{what}{kept}"),
        Lang::En => format!("Undone: {what}{kept}"),
    }
}

/// A command was done again; `kept` as for [`undone`].
pub fn redone(l: Lang, what: &str, kept: usize) -> String {
    let kept = left_alone(l, kept);
    match l {
        Lang::Zh => format!("已重做：{what}{kept}"),
        Lang::En => format!("Done again: {what}{kept}"),
    }
}

fn left_alone(l: Lang, kept: usize) -> String {
    match (l, kept) {
        (_, 0) => String::new(),
        (Lang::Zh, n) => format!("（{n} 处此后又改过，未动）"),
        (Lang::En, n) => {
            let left =
                plural(n, "value changed since was left alone", "values changed since were left alone");
            format!(" ({left})")
        }
    }
}

/// Why a write failed and what to do.
pub const fn write_error(error: WriteError) -> Text {
    match error {
        WriteError::Full => Text::new(
            "浏览器给本页的空间已满，这次修改没有保存。屏幕上仍是修改前的内容，已存的数据都在。请到“设置 · 本机与备份”立即备份，再清理本站占用的空间。",
            "The browser's space for this page is full; this change was not saved, and what was saved before is intact. Back up now under Settings, This computer, then free space.",
        ),
        WriteError::Blocked => Text::new(
            "浏览器不允许本页保存数据，这次修改没有保存。请退出无痕模式或允许本站保存数据。",
            "The browser does not let this page store data; this change was not saved. Leave private browsing or allow site data.",
        ),
        WriteError::ReadOnly => Text::new(
            "数据由更新的版本写成，本页只能查看。请重新加载以更新程序。",
            "The data was written by a newer version; this page can only read it. Reload to update.",
        ),
        WriteError::Past => Text::new(
            "正在看过去的样子，只能看，没有改动任何内容。要修改，请先“回到现在”。",
            "You are looking at a past day; nothing was changed. Return to now to make changes.",
        ),
        WriteError::Other => Text::new(
            "浏览器没能保存这次修改。请重试；如仍失败，请先导出备份。",
            "The browser could not save this change. Try again; if it still fails, export a backup first.",
        ),
    }
}
