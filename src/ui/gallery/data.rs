//! Tables, lists, tabs, progress, empty states.

use crate::ui::widgets::{Choice, EmptyState, Level, Light, Progress, Tabs, VirtualList};
use leptos::prelude::*;

const ROWS: [(&str, &str, &str, &str, Level); 6] = [
    ("景澄锂能储能电池", "经济开发区", "35.60", "2026-10-08", Level::Red),
    ("云杉精密铸件二期", "临江镇", "1.20", "2026-10-12", Level::Yellow),
    ("禾川冷链物流园", "城关镇", "8.05", "2026-10-15", Level::Green),
    ("恒泽光电背板", "高新技术产业园", "12.00", "2026-11-02", Level::Green),
    ("南岭竹木家居", "临江镇", "0.45", "–", Level::Green),
    ("启明医用敷料", "经济开发区", "2.30", "2026-12-01", Level::Yellow),
];

#[component]
pub(super) fn DataSamples() -> impl IntoView {
    let tab = RwSignal::new("facts".to_owned());
    let tabs = vec![
        Choice::new("facts", "概况"),
        Choice::new("milestones", "节点").hint("4"),
        Choice::new("history", "历史").hint("28"),
    ];
    let rows = ROWS.map(|(name, unit, amount, next, level)| {
        view! {
            <tr>
                <td><a href="#/gallery">{name}</a></td>
                <td>{unit}</td>
                <td class="number">{amount}</td>
                <td>{next}</td>
                <td><Light level/></td>
            </tr>
        }
    });
    let row =
        |at: usize| view! { <span>{format!("{} · 第 {} 行", "景澄锂能储能电池", at + 1)}</span> }.into_any();
    view! {
        <section>
            <h2>"数据"</h2>
            <table>
                <thead><tr><th>"项目"</th><th>"责任单位"</th><th class="number">"总投资"<br/>"亿元"</th><th>"下一步"</th><th>"灯"</th></tr></thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
                <tfoot><tr><td>"合计 6"</td><td></td><td class="number">"59.60"</td><td></td><td></td></tr></tfoot>
            </table>
            <Tabs label="项目" selected=tab tabs panel=|tab: String| view! { <p>{tab}</p> }.into_any()/>
            <Progress label="读入台账" at=Some((3_218, 10_000)) on_cancel=|| ()/>
            <div class="sample-list">
                <VirtualList label="一万行" total=10_000 row_height=32.0 render=row/>
            </div>
            <EmptyState title="还没有项目" text="在这里看每个项目走到哪一步。从台账导入，或登记第一个。"/>
        </section>
    }
    .into_any()
}
