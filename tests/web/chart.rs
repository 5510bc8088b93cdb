//! A chart whose drawing part does not come.

use clientfolio::charts::TableTwin;
use clientfolio::ui::components::chart::Chart;
use leptos::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::{mount, settle};

/// The test page has no boot script, so the part that draws cannot be loaded.
#[wasm_bindgen_test]
async fn shows_its_table_when_it_cannot_be_drawn() {
    let table = TableTwin {
        caption: "Shares".to_owned(),
        headers: vec!["Class".to_owned(), "Share".to_owned()],
        rows: vec![vec!["A <b>".to_owned(), "80%".to_owned()]],
    };
    let mounted = mount(move || {
        view! {
            <Chart
                name="test"
                option=|_| serde_json::json!({})
                label=Signal::stored("A test".to_owned())
                table=Signal::stored(table)
                notes=Signal::stored(Vec::new())
            />
        }
    });
    settle().await;
    let table = mounted.find("chart-table-test").expect("the table stands in for the chart");
    let text = |selector: &str| table.query_selector(selector).unwrap().unwrap().text_content().unwrap();
    assert_eq!(text("caption"), "Shares");
    assert_eq!(text("tbody th[scope=row]"), "A <b>", "text stays text");
    assert_eq!(text("tbody td"), "80%");
    assert!(mounted.query(".notice").is_some(), "and says why");
    assert!(mounted.query(".chart__frame").unwrap().has_attribute("hidden"));
}
