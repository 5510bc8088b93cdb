//! The command line: its JSON, its exit codes, its one line when something is wrong.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test stops where something is wrong"
)]

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::{Value, json};

/// Cargo builds examples beside the tests.
fn analyze(arguments: &[&str]) -> Output {
    let mut path = std::env::current_exe().unwrap();
    path.pop();
    path.pop();
    path.push("examples");
    path.push("analyze");
    Command::new(path).args(arguments).output().unwrap()
}

fn json_of(arguments: &[&str]) -> Value {
    let output = analyze(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A file with what firms' files have: title rows, decimal commas, groups, a total, a bad date, a row without a client.
static SALES: LazyLock<String> = LazyLock::new(|| {
    let text = "Отчёт по продажам;;;\r\n;;;\r\nДата;Контрагент;Номер заказа;Сумма, руб.\r\n\
        15.01.2026;ООО «Ромашка»;1;1 500,50\r\n16.01.2026;ООО «Ромашка»;2;500\r\n17.02.2026;ИП Ветров;3;300,00\r\n\
        31.02.2026;ИП Ветров;4;50,00\r\n18.02.2026;;5;200,00\r\n19.03.2026;ИП Ветров;6;-100,00\r\n\
        31.03.2026;ООО «Ромашка»;7;99,50\r\nИтого;;;2 550,00\r\n";
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("analyze-sales.csv");
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
});

#[test]
fn the_import_in_json() {
    let result = json_of(&[&SALES, "--only", "import"]);
    let import = &result["import"];
    assert_eq!(result.get("abc_xyz"), None);
    assert_eq!(import["rows_read"], 11 - 1);
    assert_eq!(import["rows_used"], 6);
    assert_eq!(import["rows_set_aside"], 4);
    assert_eq!(
        import["set_aside"],
        json!([
            {"reason": "bad_date", "rows": 1, "amount": "50.0000", "lines": [7]},
            {"reason": "total_row", "rows": 1, "amount": "2550.0000", "lines": [11]},
            {"reason": "title_row", "rows": 1, "amount": "0.0000", "lines": [1]},
            {"reason": "blank_row", "rows": 1, "amount": "0.0000", "lines": [2]},
        ])
    );
    assert_eq!(import["left_out"], json!([{"reason": "without_client", "rows": 1, "amount": "200.0000"}]));
    assert_eq!(import["encoding"], "utf-8");
    assert_eq!(import["separator"], ";");
    assert_eq!(import["header_line"], 3);
    assert_eq!(
        import["mapping"],
        json!({"client": "Контрагент", "date": "Дата", "amount": "Сумма, руб.", "order": "Номер заказа"})
    );
    assert_eq!((&import["date_order"], &import["decimal"]), (&json!("dmy"), &json!(",")));
    assert_eq!((&import["first"], &import["last"]), (&json!("2026-01-15"), &json!("2026-03-31")));
}

#[test]
fn the_matrix_in_json() {
    let result = json_of(&[&SALES, "--only", "abc_xyz"]);
    let abc_xyz = &result["abc_xyz"];
    assert_eq!(abc_xyz["options"]["boundary"], "crossing");
    assert_eq!(abc_xyz["options"]["xyz"], "frequency");
    assert_eq!(abc_xyz["options"]["grain"], "month");
    // 1500.50 + 500 + 99.50 and 300 − 100: the second begins at 91.3 %, so it is B.
    assert_eq!(abc_xyz["total"], "2300.0000");
    assert_eq!(abc_xyz["matrix"]["AY"], json!({"clients": 1, "value": "2100.0000"}));
    assert_eq!(abc_xyz["matrix"]["B-"], json!({"clients": 1, "value": "200.0000"}));
    assert_eq!(abc_xyz["matrix"].as_object().unwrap().len(), 16);
    let first = &abc_xyz["clients"][0];
    assert_eq!(first["client"], "ООО «Ромашка»");
    // January and March of three months, both under three quarters.
    assert_eq!((&first["abc"], &first["xyz"]), (&json!("A"), &json!("Y")));
    assert_eq!((&first["periods"], &first["active"], &first["orders"]), (&json!(3), &json!(2), &json!(3)));
    let second = &abc_xyz["clients"][1];
    assert_eq!((&second["xyz"], &second["cv"]), (&json!("-"), &Value::Null));
    assert_eq!(second["labels"], json!(["new", "one-off"]));
}

#[test]
fn scores_and_segments_in_json() {
    let result = json_of(&[&SALES, "--only", "rfm"]);
    let rfm = &result["rfm"];
    assert_eq!(
        rfm["options"],
        json!({"method": "quantile", "bins": 5, "analysis_date": "2026-04-01", "frequency": "orders",
            "window": ["2026-01-15", "2026-03-31"]})
    );
    // Ромашка: 1 day, 3 orders, 2100.00; Ветров: 43 days (17 February; the return of 19 March is no purchase), 1 order,
    // 200.00. Quantiles of two values at fifths are 0.2, 0.4, 0.6 and 0.8 of the way.
    assert_eq!(
        rfm["cuts"],
        json!({"recency_days": [9.4, 17.8, 26.2, 34.6], "orders": [1.4, 1.8, 2.2, 2.6],
            "monetary": ["580.0000", "960.0000", "1340.0000", "1720.0000"]})
    );
    assert_eq!(
        rfm["clients"],
        json!([
            {"client": "ООО «Ромашка»", "recency_days": 1, "orders": 3, "total": "2100.0000", "score": "555",
                "segment": "Champions"},
            {"client": "ИП Ветров", "recency_days": 43, "orders": 1, "total": "200.0000", "score": "111",
                "segment": "Lost"},
        ])
    );
    assert_eq!((&rfm["segments"]["Champions"], &rfm["segments"]["At Risk"]), (&json!(1), &json!(0)));
    assert_eq!(rfm["segments"].get("Others"), None);
}

#[test]
fn clients_are_measured_by_what_is_asked() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("analyze-measures.csv");
    // North: margin 100 − 90 and, on the return, −20 + 15; quantity 4 − 1; two orders. South: 60 − 10; 9; one order.
    let text = "client;date;amount;quantity;cost\nNorth;2026-01-01;100;4;90\nNorth;2026-01-05;30;0;30\n\
        North;2026-01-09;-20;-1;-15\nSouth;2026-01-02;60;9;10\n";
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    for (measure, total, first, value) in [
        ("amount", "170.0000", "North", "110.0000"),
        ("margin", "55.0000", "South", "50.0000"),
        ("quantity", "12.0000", "South", "9.0000"),
        ("orders", "3.0000", "North", "2.0000"),
    ] {
        let set = format!("value={measure}");
        let result = &json_of(&[path, "--only", "abc_xyz", "--set", &set])["abc_xyz"];
        assert_eq!((&result["options"]["value"], &result["total"]), (&json!(measure), &json!(total)));
        assert_eq!((&result["clients"][0]["client"], &result["clients"][0]["total"]), (&json!(first), &json!(value)));
        // What RFM calls monetary is money whatever the matrix is measured by.
        let rfm = &json_of(&[path, "--only", "rfm", "--set", &set])["rfm"]["clients"];
        let of_north = rfm.as_array().unwrap().iter().find(|row| row["client"] == "North").unwrap();
        assert_eq!(of_north["total"], "110.0000");
    }
    let output = analyze(&[&SALES, "--set", "value=margin"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("value=margin"));
}

#[test]
fn limits_of_the_curve() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("analyze-curve.csv");
    // Worked out by hand in `abc_curve`: A ends at 70 %, B at 90 %.
    std::fs::write(&path, "client;date;amount\na;2026-01-01;70\nb;2026-01-02;20\nc;2026-01-03;5\nd;2026-01-04;5\n")
        .unwrap();
    let path = path.to_str().unwrap();
    let computed = json_of(&[path, "--only", "abc_xyz", "--set", "limits=computed"]);
    assert_eq!(computed, json_of(&[path, "--only", "abc_xyz", "--set", "abc=computed"]));
    assert_eq!(computed["abc_xyz"]["options"]["abc"], json!([70.0, 90.0]));
    let classes = [0, 1, 2, 3].map(|index| computed["abc_xyz"]["clients"][index]["abc"].as_str().unwrap().to_owned());
    assert_eq!(classes, ["A", "B", "C", "C"]);
}

#[test]
fn who_moved_between_two_windows() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("analyze-windows.csv");
    std::fs::write(&path, "client;date;amount\na;2026-01-01;5\nb;2026-01-01;50\na;2026-01-04;90\n").unwrap();
    let path = path.to_str().unwrap();
    // The two halves: b leaves, a rises from B (it begins at 50 of 55, over 80 % and under 95 %).
    let found = &json_of(&[path, "--only", "migration"])["migration"];
    assert_eq!(
        (&found["before"], &found["after"]),
        (&json!(["2026-01-01", "2026-01-02"]), &json!(["2026-01-03", "2026-01-04"]))
    );
    assert_eq!(found["cells"].as_object().unwrap().keys().collect::<Vec<_>>(), ["A0", "BA"]);
    assert_eq!(found["moves"]["left"]["change"], "-50.0000");
    assert_eq!(found["clients"][0]["change"], "85.0000");
    let windows = ["--set", "before=2026-01-04..2026-01-04", "--set", "after=2026-01-01..2026-01-01"];
    let turned = json_of(&[&[path, "--only", "migration"], windows.as_slice()].concat());
    assert_eq!(turned["migration"]["cells"].as_object().unwrap().keys().collect::<Vec<_>>(), ["0A", "AB"]);
    assert_eq!(json_of(&[path]).get("migration"), None);
}

#[test]
fn a_part_of_the_sales() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("analyze-parts.csv");
    let text = "client;date;amount;product group;manager\na;2026-01-01;70;tea;Ann\na;2026-01-02;20;cups;Ann\n\
        b;2026-01-03;5;tea;Bob\n";
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap();
    let tea = json_of(&[path, "--set", "group=tea"]);
    assert_eq!(tea["abc_xyz"]["total"], "75.0000");
    assert_eq!(tea["import"]["left_out"][1], json!({"reason": "outside_window", "rows": 1, "amount": "20.0000"}));
    let both = json_of(&[path, "--set", "group=tea", "--set", "manager=Bob", "--only", "rfm"]);
    assert_eq!(both["rfm"]["clients"].as_array().unwrap().len(), 1);
}

#[test]
fn options_of_rfm_are_obeyed() {
    let rfm = |options: &[&str]| {
        let set = options.iter().flat_map(|option| ["--set", option]);
        let arguments: Vec<&str> = [SALES.as_str(), "--only", "rfm"].into_iter().chain(set).collect();
        json_of(&arguments)["rfm"].clone()
    };
    let own = ["method=custom", "recency_days=30,60", "orders=2,4", "monetary=200,2100.01", "analysis_date=2026-04-11"];
    let result = rfm(&own);
    assert_eq!((&result["options"]["method"], &result["options"]["bins"]), (&json!("custom"), &json!(3)));
    assert_eq!(result["cuts"]["monetary"], json!(["200.0000", "2100.0100"]));
    // 11 days are under 30, 3 orders between 2 and 4, 2100.00 just under the second border; 53, 1 and 200.00.
    let scores = |result: &Value| [0, 1].map(|index| result["clients"][index]["score"].as_str().unwrap().to_owned());
    assert_eq!(scores(&result), ["322", "212"]);
    assert_eq!(rfm(&["rfm=r-rfm"])["options"]["frequency"], "rows");
    assert_eq!(rfm(&["rfm=ntile", "bins=3", "frequency=rows"])["options"]["bins"], 3);
    for wrong in [["rfm=custom", "orders=2,4"], ["rfm=ntile", "orders=2,4"], ["bins=6", "rfm=ntile"]] {
        let output = analyze(&[&SALES, "--set", wrong[0], "--set", wrong[1]]);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1, "{wrong:?}");
    }
}

#[test]
fn one_end_of_a_window_leaves_the_other_to_the_table() {
    let result = json_of(&[&SALES, "--set", "from=2026-02-01"]);
    assert_eq!(result["abc_xyz"]["options"]["window"], json!(["2026-02-01", "2026-03-31"]));
    assert_eq!(result["abc_xyz"]["clients"][0]["recency_days"], 43, "from 17 February to 1 April");
    let result = json_of(&[&SALES, "--set", "to=2026-02-20"]);
    assert_eq!(result["abc_xyz"]["options"]["window"], json!(["2026-01-15", "2026-02-20"]));
    assert_eq!(result["rfm"]["options"]["analysis_date"], "2026-02-21");
}

#[test]
fn options_and_mapping_are_obeyed() {
    let file = SALES.as_str();
    let strict = json_of(&[file, "--set", "boundary=strict", "--set", "abc=50,99.5", "--set", "grain=quarter"]);
    assert_eq!(strict["abc_xyz"]["options"]["abc"], json!([50.0, 99.5]));
    assert_eq!(strict["abc_xyz"]["clients"][0]["abc"], "B", "91.3 % is under 99.5 %, not under 50 %");
    let windowed = json_of(&[file, "--set", "from=2026-02-01", "--set", "to=2026-02-28"]);
    assert_eq!(windowed["abc_xyz"]["total"], "300.0000");
    let mapped = json_of(&[file, "--map", "client=Номер заказа", "--map", "order="]);
    assert_eq!(mapped["import"]["mapping"]["client"], "Номер заказа");
    assert_eq!(mapped["import"]["mapping"].get("order"), None);
}

#[test]
fn what_is_wrong_is_one_line_and_exit_code_2() {
    let file = SALES.as_str();
    let cases: [&[&str]; 10] = [
        &[],
        &["/nowhere/sales.csv"],
        &[file, "--set", "boundary=fair"],
        &[file, "--set", "abc=95,80"],
        &[file, "--map", "client=Никто"],
        &[file, "--map", "colour=Дата"],
        &[file, "--only", "everything"],
        // No column of it is a period, and there is no such kind.
        &[file, "--table", "pivot"],
        &[file, "--table", "wishes"],
        &[file, "--table", "clients", "--map", "name=Контрагент", "--only", "abc_xyz"],
    ];
    for arguments in cases {
        let output = analyze(arguments);
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {message}");
        assert_eq!(message.lines().count(), 1, "{arguments:?}: {message}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn tables_of_every_kind() {
    let file = |name: &str| format!("{}/tests/fixtures/reading/kinds/{name}", env!("CARGO_MANIFEST_DIR"));
    let cases = [
        ("pivot_months.csv", "pivot", [6, 3, 3], json!({"client": "Контрагент"}), json!({"total_columns": 1})),
        (
            "daily.csv",
            "daily",
            [5, 5, 0],
            json!({"client": "client", "date": "date", "sales": "sales", "returns": "returns", "orders": "orders"}),
            json!({}),
        ),
        ("events.csv", "events", [6, 3, 3], json!({"deal": "deal_id", "stage": "stage", "date": "date"}), json!({})),
        (
            "sources.csv",
            "sources",
            [5, 3, 2],
            json!({"source": "Источник", "period": "Месяц", "cost": "Расход"}),
            json!({}),
        ),
        ("clients.csv", "clients", [4, 3, 1], json!({"name": "Наименование"}), json!({})),
        ("answers.csv", "answers", [3, 3, 0], json!({"respondent": "Ваше имя"}), json!({})),
    ];
    for (name, kind, rows, mapping, findings) in cases {
        for arguments in [&[file(name)][..], &[file(name), "--table".to_owned(), kind.to_owned()]] {
            let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
            let result = json_of(&arguments);
            let import = &result["import"];
            let found = ["rows_read", "rows_used", "rows_set_aside"].map(|key| import[key].as_u64().unwrap());
            assert_eq!((import["table"].as_str(), found), (Some(kind), rows), "{name}");
            assert_eq!((&import["mapping"], &import["findings"]), (&mapping, &findings), "{name}");
            assert_eq!(result.get("abc_xyz").is_some(), ["pivot", "daily"].contains(&kind), "{name}");
        }
    }
    let deals = json_of(&[&file("deals.csv"), "--map", "deal=Название сделки"]);
    assert_eq!(deals["import"]["mapping"]["deal"], "Название сделки");
    assert_eq!(deals["import"]["findings"], json!({"closed_before_created": 1, "without_created": 1}));
    assert_eq!(deals["import"]["cells_unread"], 1);
}

#[test]
fn a_sheet_of_a_workbook() {
    for arguments in [
        vec!["tests/fixtures/workbooks/sales.xlsx", "--only", "import"],
        vec!["tests/fixtures/workbooks/sales.xlsx", "--sheet", "Продажи", "--only", "import"],
        vec!["tests/fixtures/workbooks/sales_html.xls", "--only", "import"],
    ] {
        let import = &json_of(&arguments)["import"];
        assert_eq!((&import["rows_read"], &import["rows_used"]), (&json!(10), &json!(6)), "{arguments:?}");
        assert_eq!(import["total"], "1236936.9100", "{arguments:?}");
        assert_eq!(import["header_line"], 4, "{arguments:?}");
    }
    for arguments in [
        ["tests/fixtures/workbooks/sales.xlsx", "--sheet", "Лист 9"],
        ["tests/fixtures/workbooks/sales.tsv", "--sheet", "Продажи"],
    ] {
        let output = analyze(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
    }
}

/// Eight deals whose counts were worked out by hand; two files of deals that are one table; what sources cost.
fn written(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn the_funnel_in_json() {
    let file = written(
        "analyze-moves.csv",
        "deal_id,stage,date\na,call,2026-01-01\na,offer,2026-01-03\na,buy,2026-01-20\nb,call,2026-01-02\n\
         b,offer,2026-01-05\nb,lost,2026-01-06\nc,call,2026-01-02\nc,buy,2026-02-20\nd,offer,2026-01-04\n",
    );
    let reached = |arguments: &[&str]| {
        let arguments: Vec<&str> = [file.as_str(), "--only", "funnel"].iter().chain(arguments).copied().collect();
        let result = json_of(&arguments);
        let stages = result["funnel"]["stages"].as_array().unwrap().clone();
        stages.iter().map(|stage| stage["reached"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(reached(&[]), [3, 2, 1]);
    assert_eq!(reached(&["--set", "count=touched"]), [3, 3, 2]);
    assert_eq!(reached(&["--set", "count=reached"]), [4, 4, 2]);
    assert_eq!(reached(&["--set", "within_days=10"]), [3, 2, 0]);
    assert_eq!(reached(&["--set", "stages=offer > buy"]), [3, 1]);
    let funnel = &json_of(&[&file])["funnel"];
    assert_eq!(
        (&funnel["count"], &funnel["history"], &funnel["win_rate"]["of_closed"]),
        (&json!("ordered"), &json!("events"), &json!(2.0 / 3.0))
    );
    let offer = &funnel["stages"][1];
    assert_eq!((&offer["lost"], &offer["open"], &offer["median_days"]), (&json!(1), &json!(0), &json!(2.5)));
    assert_eq!(offer["balance"], json!({"entered": 3, "advanced": 1, "lost": 1, "back": 0, "still": 1}));
    let own = &json_of(&[&file, "--set", "won=offer", "--set", "lost=buy"])["funnel"]["deals"];
    assert_eq!((&own["won"], &own["lost"]), (&json!(2), &json!(2)));
}

#[test]
fn deals_of_two_files_and_what_sources_cost() {
    let leads =
        "lead id;created;source\n1;2026-01-01;Site\n2;2026-01-02;Fair\n3;2026-01-03;Site\n4;2026-01-04;unknown\n";
    let ends = "lead id;won date;amount\n3;2026-02-02;70\n1;2026-01-21;30\n";
    let costs = "source;cost\nSite;40\nRadio;5\n";
    let files = [("leads", leads), ("ends", ends), ("costs", costs)];
    let files = files.map(|(name, text)| written(&format!("analyze-{name}.csv"), text));
    let arguments: Vec<&str> = files.iter().map(String::as_str).collect();
    let result = json_of(&arguments);
    assert_eq!(result["import"]["findings"], json!({"in_several_files": 2}));
    let stages = &result["funnel"]["stages"];
    assert_eq!((&stages[0]["reached"], &stages[1]["reached"]), (&json!(4), &json!(2)));
    // 20 and 30 days.
    assert_eq!(stages[1]["median_days"], 25.0);
    let sources = result["sources"].as_array().unwrap();
    let names: Vec<_> = sources.iter().map(|source| source["source"].as_str().unwrap()).collect();
    assert_eq!(names, ["Site", "Fair", "unknown", "Radio"]);
    let site = &sources[0];
    assert_eq!((&site["leads"], &site["won"], &site["revenue"]), (&json!(2), &json!(2), &json!("100.0000")));
    assert_eq!(
        (&site["cost"], &site["cost_per_lead"], &site["romi"]),
        (&json!("40.0000"), &json!("20.0000"), &json!(1.5))
    );
    let other = json_of(&[arguments.as_slice(), &["--set", "unknown=together", "--set", "cost=Fair=10"]].concat());
    let fair = other["sources"].as_array().unwrap().iter().find(|source| source["source"] == "Fair").unwrap();
    assert_eq!((&fair["cost"], &fair["cost_per_won"]), (&json!("10.0000"), &Value::Null));
    assert!(other["sources"].as_array().unwrap().iter().any(|source| source["source"] == "(not known)"));
}

#[test]
fn classes_of_clients_come_from_sales_beside() {
    let deals = written(
        "analyze-deals.csv",
        "deal id;client;stage;created;close date;source\n1;North;Won;2026-01-01;2026-01-05;Site\n\
         2;South;Lost;2026-01-02;2026-01-06;Fair\n3;North;Lead;2026-01-09;;Fair\n4;Nobody;Lead;2026-01-09;;Fair\n",
    );
    // North brings 90 of 100, so it crosses 80 %: A. Before South there are 90 %, under 95 %: B.
    let sales = written("analyze-sales.csv", "client;date;amount\nnorth;2026-01-05;90\nSouth;2026-01-06;10\n");
    let by_class = json_of(&[&sales, &deals, "--set", "split=class"]);
    let splits = by_class["funnel"]["splits"].as_array().unwrap();
    let rows: Vec<_> = splits.iter().map(|row| (row["value"].as_str().map(|code| &code[..1]), &row["deals"])).collect();
    assert_eq!(rows, [(Some("A"), &json!(2)), (Some("B"), &json!(1)), (None, &json!(1))]);
    // Each client counts for the source that it came from first.
    let classes = by_class["source_classes"].as_array().unwrap();
    let rows: Vec<_> = classes.iter().map(|row| (&row["source"], &row["clients"], &row["value"])).collect();
    assert_eq!(rows, [(&json!("Site"), &json!(1), &json!("90.0000")), (&json!("Fair"), &json!(1), &json!("10.0000"))]);
    let alone = analyze(&[&deals, "--set", "split=class"]);
    assert_eq!(alone.status.code(), Some(2));
}

#[test]
fn what_has_no_funnel_says_so() {
    let file = SALES.as_str();
    for arguments in [
        vec![file, "--only", "funnel"],
        vec![file, "--only", "flow"],
        vec![file, "--only", "sources"],
        vec![file, "--set", "count=twice"],
        vec![file, "--set", "cost=Site"],
    ] {
        let output = analyze(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1, "{arguments:?}");
    }
}
