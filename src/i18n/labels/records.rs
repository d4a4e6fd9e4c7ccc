//! The names of the fields of every other record.

use super::super::Text;
use crate::domain::field::{
    AttachmentField, AuthorField, CompanyField, ContactField, FirstReportField, FollowUpField,
    FundTrancheField, ImportRunField, ListItemField, OfficeField, PersonField, SavedViewField, TransferField,
    UnitField,
};

labels! { office: OfficeField {
    Name: "办公室名称", "Office name";
    Province: "所在省份", "Province";
    City: "所在设区市", "City";
    Rate: "汇率", "Exchange rate";
    RateDate: "汇率日期", "Rate date";
    StrictStage: "阶段以认定为准", "Stage needs recognition";
    StaleDays: "超期未跟进天数", "Days until stale";
    WarningLimit: "预警界限", "Warning limit";
    YearTargetSigned: "年度签约目标", "Signing target";
    YearTargetCount: "年度签约个数目标", "Target of signed projects";
    FirstMonth: "考核年度起始月", "First month of the counting year";
} }

labels! { unit: UnitField {
    Name: "单位名称", "Unit name";
    UnitKind: "单位类别", "Kind of unit";
    Parent: "上级单位", "Parent unit";
    RankGroup: "考核组别", "Ranking group";
    Order: "排序", "Order";
    Remark: "备注", "Remarks";
} }

labels! { person: PersonField {
    Name: "姓名", "Name";
    Unit: "单位", "Unit";
    Post: "职务", "Post";
    LeaderLevel: "领导类别", "Leader level";
    Phone: "电话", "Phone";
    Region: "招商区域", "Region";
    Speciality: "专攻方向", "Speciality";
    Remark: "备注", "Remarks";
} }

labels! { company: CompanyField {
    Name: "企业名称", "Company name";
    CreditCode: "统一社会信用代码", "Unified social credit code";
    Region: "来源地", "Region";
    Industry: "所属行业", "Industry";
    Ownership: "企业性质", "Ownership";
    Tier: "企业类别", "Company tier";
    ParentCompany: "母公司", "Parent company";
    Address: "地址", "Address";
    Summary: "企业简介", "About the company";
    IsTarget: "目标企业", "Target company";
    Remark: "备注", "Remarks";
} }

labels! { contact: ContactField {
    Name: "姓名", "Name";
    Company: "所在企业", "Company";
    Post: "职务", "Post";
    Phone: "电话", "Phone";
    Wechat: "微信", "WeChat";
    Email: "邮箱", "E-mail";
    Remark: "备注", "Remarks";
} }

labels! { fund_tranche: FundTrancheField {
    Project: "项目", "Project";
    ArrivedOn: "到资时间", "Arrived on";
    Amount: "到资金额", "Amount";
    Voucher: "凭证类型", "Voucher";
    VoucherNumber: "凭证编号", "Voucher number";
    Source: "资金来源", "Source";
    Purpose: "用途", "Purpose";
    Review: "审核状态", "Review";
    Reviewer: "审核人", "Reviewer";
    Remark: "备注", "Remarks";
} }

labels! { follow_up: FollowUpField {
    Project: "项目", "Project";
    On: "跟进日期", "Date";
    Method: "跟进方式", "Method";
    Content: "跟进内容", "What happened";
    NextStep: "下一步", "Next step";
    NextOn: "下一步时间", "Next date";
    NextDone: "下一步已完成", "Next step done";
    Person: "跟进人", "By";
    Contact: "客商", "Contact";
} }

labels! { first_report: FirstReportField {
    Project: "项目", "Project";
    Unit: "首报单位", "Reported by";
    Person: "首谈人", "First talked by";
    On: "首报日期", "Reported on";
    At: "首报时刻", "Time of day";
    Evidence: "佐证", "Evidence";
    EvidenceNote: "佐证编号或说明", "Number or note of the evidence";
    Ruling: "认定", "Ruling";
    RuledOn: "认定日期", "Ruled on";
    RulingNote: "认定依据", "Grounds";
} }

labels! { transfer: TransferField {
    Project: "项目", "Project";
    From: "转出单位", "From";
    To: "转入单位", "To";
    On: "流转日期", "Date";
    Kept: "转出方分成", "Share of the giver";
    Years: "分成年限", "For years";
    AgreedBy: "同意单位", "Agreed by";
    Reason: "流转原因", "Reason";
} }

labels! { attachment: AttachmentField {
    Project: "项目", "Project";
    Name: "文件名", "File name";
    Category: "材料类别", "Kind of material";
    Milestone: "佐证节点", "Evidence of";
    On: "形成日期", "Dated";
    Place: "地点", "Place";
    Verifier: "核实人", "Verified by";
    Remark: "备注", "Remark";
    Inspection: "督查发现", "Finding it shows";
    Digest: "内容指纹", "Digest of the content";
    Size: "大小", "Size";
} }

labels! { list_item: ListItemField {
    List: "列表", "List";
    Word: "名称", "Word";
    English: "英文", "English";
    Order: "排序", "Order";
    Retired: "停用", "Retired";
} }

labels! { saved_view: SavedViewField {
    Name: "视图名称", "View name";
    Table: "所属表格", "Table";
    Definition: "视图内容", "Definition";
    Order: "排序", "Order";
} }

labels! { author: AuthorField {
    Name: "姓名", "Name";
    Unit: "单位", "Unit";
    Device: "设备", "Device";
} }

labels! { import_run: ImportRunField {
    File: "文件", "File";
    Sheet: "工作表", "Sheet";
    At: "时间", "Time";
    Created: "新增", "Created";
    Updated: "更新", "Updated";
    Skipped: "未导入", "Not imported";
    Fingerprint: "表头指纹", "Heading fingerprint";
    Mapping: "列对应", "Column mapping";
} }
