//! Type, buttons, badges, lights, banners.

use crate::ui::widgets::{
    Badge, Banner, BannerKind, Button, ButtonKind, Glyph, Icon, IconButton, Kbd, Level, Light,
};
use leptos::prelude::*;

#[component]
pub(super) fn TextSamples() -> impl IntoView {
    view! {
        <section>
            <h2>"字与按钮"</h2>
            <p>"正文十四号：景澄锂能年产 20 GWh 储能电池项目，总投资 35.6亿元，"<a href="#/gallery">"联系人"</a>"。"</p>
            <p class="quiet">"次要文字 12,345.67 · "<small>"小字 2026-09-30"</small></p>
            <p class="samples">
                <Button label="登记" kind=ButtonKind::Primary icon=Glyph::Plus/>
                <Button label="导入"/>
                <Button label="筛选" icon=Glyph::Filter kind=ButtonKind::Quiet/>
                <Button label="删除" kind=ButtonKind::Danger/>
                <Button label="不可用" disabled=true/>
                <Button label="导入中" kind=ButtonKind::Primary busy=true/>
                <IconButton glyph=Glyph::Edit label="修改" on_press=|| ()/>
                <IconButton glyph=Glyph::Pin label="固定" pressed=true on_press=|| ()/>
            </p>
            <p class="samples">
                <Badge text="洽谈"/>
                <Badge text="待认定 3" accent=true/>
                <Light level=Level::Red words="逾期 12 天"/>
                <Light level=Level::Yellow words="3 天后到期"/>
                <Light level=Level::Green words="正常"/>
                <Light level=Level::Red/>
                <Kbd keys="Ctrl+K"/>
                <Kbd keys="g p"/>
            </p>
            <p class="samples glyphs">
                {Glyph::ALL.iter().map(|&glyph| view! { <span title=format!("{glyph:?}")><Icon glyph/></span> }).collect_view()}
            </p>
            <Banner><p>"另一个窗口正在写入，本页只读。"</p></Banner>
            <Banner kind=BannerKind::Warning>
                <p>"浏览器存储快满，请导出一份备份。"</p>
                <Button label="导出"/>
            </Banner>
            <Banner kind=BannerKind::Error>
                <p>"没有保存：磁盘拒绝写入。请先导出，再关闭此页。"</p>
                <Button label="导出"/>
            </Banner>
        </section>
    }
    .into_any()
}
