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
