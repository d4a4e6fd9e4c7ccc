//! What opens over or beside the page.

use crate::ui::widgets::{
    Button, ButtonKind, Confirm, Dialog, Field, Glyph, Menu, MenuItem, SidePanel, TextInput, toast,
    toast_undo,
};
use leptos::prelude::*;

#[component]
pub(super) fn HeadActions(panel: RwSignal<bool>) -> impl IntoView {
    view! {
        <Button label="侧栏" on_press=move || panel.update(|on| *on = !*on)/>
        <Button label="登记项目" kind=ButtonKind::Primary icon=Glyph::Plus/>
    }
}

pub(super) fn panel(open: RwSignal<bool>) -> Option<impl IntoView> {
    open.get().then(|| {
        view! { <SidePanel title="景澄锂能储能电池" on_close=move || open.set(false)><p>"看板旁的项目。"</p></SidePanel> }
    })
}

#[component]
pub(super) fn FloatingSamples() -> impl IntoView {
    let dialog = RwSignal::new(false);
    let confirm = RwSignal::new(false);
    let draft = RwSignal::new(String::new());
    let items = || {
        vec![
            MenuItem::new("移到洽谈", || toast("已移到洽谈")).icon(Glyph::Forward).keys("m"),
            MenuItem::new("复制", || ()).icon(Glyph::Copy),
            MenuItem::heading("显示"),
            MenuItem::new("灯", || ()).checked(true),
            MenuItem::new("负责人", || ()).checked(false),
            MenuItem::heading(""),
            MenuItem::new("不可用", || ()).disabled(true),
            MenuItem::new("删除", || ()).icon(Glyph::Trash).danger(),
        ]
    };
    let footer = move || {
        view! {
            <Button label="取消" on_press=move || dialog.set(false)/>
            <Button label="认定" kind=ButtonKind::Primary on_press=move || dialog.set(false)/>
        }
    };
    view! {
        <section>
            <h2>"浮层"</h2>
            <p class="samples">
                <Button label="对话框" on_press=move || dialog.set(true)/>
                <Button label="确认" on_press=move || confirm.set(true)/>
                <Menu label="更多" items/>
                <Menu label="卡片菜单" icon=Glyph::More bare=true items/>
                <Button label="消息" on_press=|| toast("已复制 12 行")/>
                <Button label="可撤销" on_press=|| toast_undo("云杉精密 已移到签约", || toast("已撤销"))/>
            </p>
            <Dialog open=dialog title="签约认定" footer>
                <Field label="协议编号" required=true help="投资协议首页右上角"><TextInput value=draft autofocus=true/></Field>
                <Field label="签约日期"><TextInput value=draft/></Field>
            </Dialog>
            <Confirm open=confirm title="清空样例数据？" action="清空" danger=true on_confirm=|| toast("已清空")>
                <p>"样例工作区里的 36 个项目会被删除，不能撤销。本单位数据不受影响。"</p>
            </Confirm>
        </section>
    }
    .into_any()
}
