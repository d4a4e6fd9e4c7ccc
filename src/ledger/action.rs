//! What a command was, for undo and messages.

/// What a command was, so that undo can name it. The interface has the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// 登记: a record was added.
    Create,
    /// 修改: cells were edited.
    Edit,
    /// 批量修改: many records at once.
    BulkEdit,
    /// 粘贴: cells pasted.
    Paste,
    /// 推进: a milestone was dated.
    Advance,
    /// 退回: a milestone was taken back.
    StepBack,
    /// 移动: a card's place changed.
    Move,
    /// 跟进: a follow-up was noted.
    FollowUp,
    /// 完成: a next step was ticked off.
    Tick,
    /// 删除: records were deleted.
    Delete,
    /// 恢复: records were restored.
    Restore,
    /// 合并: duplicates were merged.
    MergeDuplicates,
    /// 导入: a spreadsheet was imported.
    Import,
    /// 裁定: a conflict was settled.
    Settle,
    /// 设置: settings were changed.
    Settings,
    /// 撤销
    Undo,
    /// 重做
    Redo,
    /// 接收: a colleague's file was merged.
    Receive,
    /// 认定: it was ruled who reported a project first.
    Rule,
    /// 流转: a project went to another unit.
    Transfer,
    /// 添加附件: files were attached.
    Attach,
}
