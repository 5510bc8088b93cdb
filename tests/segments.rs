//! ABC-XYZ against results computed independently in exact integers (`../shared/reference/oracle`), and against
//! small cases worked out by hand.

use std::fs;
use std::path::{Path, PathBuf};

use clientfolio::analytics::amount::Amount;
use clientfolio::analytics::dataset::{Names, SalesTable};
use clientfolio::analytics::date::{Day, Grain};
use clientfolio::analytics::segmentation::abc_xyz::analysis::{Analysis, order_by_value};
use clientfolio::analytics::segmentation::abc_xyz::{AbcXyzOptions, ClientRow, Label};
use clientfolio::analytics::segmentation::history::Histories;
use clientfolio::analytics::segmentation::xyz::XyzMethod;

#[test]
fn tmp_rfm() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    for (file, client, date, amount) in [("rfm_r/rfm_data_orders.csv", 0, 1, 2), ("cdnow/BTYD_cdnowElog.csv", 0, 2, 4)]
    {
        let mut t = SalesTable::default();
        let mut ids = std::collections::HashMap::new();
        for r in csv::Reader::from_path(shared.join("data").join(file)).unwrap().records() {
            let r = r.unwrap();
            let n = ids.len() as u32;
            let id = *ids.entry(r[client].to_owned()).or_insert_with(|| {
                t.client_names.push(&r[client]);
                n
            });
            let d: Vec<u32> = {
                let s = r[date].replace('-', "");
                vec![s[0..4].parse().unwrap(), s[4..6].parse().unwrap(), s[6..8].parse().unwrap()]
            };
            t.client.push(id);
            t.day.push(Day::from_ymd(d[0] as i32, d[1], d[2]).unwrap());
            let (w, f) = r[amount].split_once('.').unwrap_or((&r[amount], "0"));
            t.amount.push(Amount(w.parse::<i64>().unwrap() * 10000 + format!("{f:0<4}").parse::<i64>().unwrap()));
        }
        let oracle = if file.starts_with("rfm") { "rfm_orders.csv" } else { "cdnow_sample.csv" };
        let o = AbcXyzOptions::default();
        let h = Histories::new(&t, None, Grain::Month);
        let order = order_by_value(&h, &t.client_names);
        let a = Analysis::new(&h, &order, o);
        let v = Analysis::new(&h, &order, AbcXyzOptions { method: XyzMethod::Variation, ..o });
        let mut bad = 0;
        for (i, r) in
            csv::Reader::from_path(shared.join("reference/oracle").join(oracle)).unwrap().records().enumerate()
        {
            let r = r.unwrap();
            let row: ClientRow = a.row(i, &h, &t.client_names).unwrap();
            let labels: Vec<&str> = [Label::OneOff, Label::New, Label::Lost]
                .into_iter()
                .filter(|l| row.labels.has(*l))
                .map(Label::key)
                .collect();
            let code = row.cell.code();
            let got = [
                row.client.clone(),
                row.total.to_string(),
                code[0..1].to_owned(),
                code[1..2].to_owned(),
                row.periods.to_string(),
                row.active.to_string(),
                labels.join(" "),
                row.cv.map_or(String::new(), |c| format!("{c:.9}")),
                v.row(i, &h, &t.client_names).unwrap().cell.code()[1..2].to_owned(),
                row.orders.to_string(),
                row.recency_days.map_or(String::new(), |d| d.to_string()),
                String::new(),
                row.first.map_or(String::new(), |d| d.to_string()),
                row.last.map_or(String::new(), |d| d.to_string()),
            ];
            for (k, g) in got.iter().enumerate() {
                let same = if k == 7 {
                    g.is_empty() == r[k].is_empty()
                        && (g.is_empty() || (g.parse::<f64>().unwrap() - r[k].parse::<f64>().unwrap()).abs() < 1.1e-9)
                } else {
                    k == 11 || *g == r[k]
                };
                if !same {
                    bad += 1;
                    if bad < 12 {
                        println!("{file} {i} col {k}: {g} != {} ({})", &r[k], &r[0]);
                    }
                }
            }
        }
        println!("{file}: {bad} bad");
    }
}
