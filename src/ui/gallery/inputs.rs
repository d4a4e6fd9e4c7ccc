//! Fields in every state.

use crate::ui::widgets::{
    Checkbox, Choice, Combo, DateInput, DropZone, Field, LoadedFile, MoneyInput, Segmented, Select, TextArea,
    TextInput, toast,
};
use leptos::prelude::*;

#[component]
pub(super) fn InputSamples() -> impl IntoView {
    let name = RwSignal::new("年产 20 GWh 储能电池".to_owned());
    let wrong = RwSignal::new("139".to_owned());
    let stage = RwSignal::new("2".to_owned());
    let unit = RwSignal::new(String::new());
    let units = RwSignal::new(
        ["城关镇", "临江镇", "经济开发区", "高新技术产业园", "商务局", "投资促进中心"]
            .map(|word| Choice::new(word, word).hint("乡镇园区"))
            .to_vec(),
    );
    let money = RwSignal::new("35600万".to_owned());
    let date = RwSignal::new("2026-09-30".to_owned());
    let note = RwSignal::new("与对方财务总监通话，确认厂房改造预算。".to_owned());
    let mine = RwSignal::new(true);
    let money_unit = RwSignal::new("wan".to_owned());
    let stages = || {
        ["谋划", "洽谈", "签约"]
            .iter()
            .enumerate()
            .map(|(i, s)| Choice::new(i.to_string(), *s))
            .collect::<Vec<_>>()
    };
    let create = move |word: String| {
        units.update(|list| list.push(Choice::new(word.clone(), word.clone())));
        unit.set(word);
    };
    let read = |files: Vec<LoadedFile>| {
        toast(files.iter().map(|f| format!("{} {} B", f.name, f.bytes.len())).collect::<Vec<_>>().join("，"));
    };
    view! {
        <section>
            <h2>"填写"</h2>
            <Field label="项目名称" required=true help="用对外使用的全称"><TextInput value=name/></Field>
            <Field label="联系电话" error=move || if wrong.read().len() == 11 { "" } else { "手机号应为 11 位，请补全" }>
                <TextInput value=wrong kind="tel"/>
            </Field>
            <Field label="总投资" help="可写 3.5亿、35000万、1200万美元">
                <MoneyInput value=money unit="万元" parse=|text: String| {
                    if text.contains('?') { Err("读不出金额，请写成 3.5亿 或 35000万".to_owned()) } else { Ok("3.56亿元".to_owned()) }
                }/>
            </Field>
            <Field label="签约日期"><DateInput value=date/></Field>
            <Field label="阶段"><Select value=stage options=stages/></Field>
            <Field label="责任单位"><Combo value=unit options=units on_create=create placeholder="输入名称查找"/></Field>
            <Field label="跟进内容"><TextArea value=note/></Field>
            <p class="samples">
                <Checkbox checked=mine label="只看我的"/>
                <Checkbox checked=mine mixed=true label="部分选中"/>
                <Checkbox checked=mine disabled=true label="不可改"/>
                <Segmented label="单位" value=money_unit options=vec![Choice::new("wan", "万元"), Choice::new("yi", "亿元")]/>
            </p>
            <DropZone label="台账文件（.xlsx、.xls、.csv）" multiple=true on_files=read/>
        </section>
    }
    .into_any()
}
