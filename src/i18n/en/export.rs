use crate::analytics::dataset::{LeftOutReason, Reason};
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::Boundary;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Label};
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::analytics::stats::variation::Deviation;
use crate::i18n::explain::basis_percent;
use crate::i18n::format::{Format, Plural};
use crate::i18n::messages::export::ExportMessages;

/// Forms of "row".
const ROWS: Plural<'_> = Plural::two("row", "rows");

pub const EXPORT: ExportMessages = ExportMessages {
    rank: "Rank",
    client: "Client",
    class: "Class",
    value: "Value",
    share: "Share of value",
    share_with: "Cumulative share",
    orders: "Orders",
    regularity: "Share of periods with a purchase",
    first: "First purchase",
    last: "Last purchase",
    recency: "Days since the last purchase",
    labels: "Labels",
    basis: "Computed with",
    clients_sheet: "Clients",
    matrix_sheet: "Matrix",
    matrix_headers: ["Class", "Clients", "Share of clients", "Value", "Share of value", "Value a client", "Gone quiet"],
    settings_sheet: "Settings",
    settings_headers: ["Setting", "Value"],
    left_out_sheet: "Left out",
    left_out_headers: ["What was left out", "Rows", "Sum"],
    left_out_line: |format, what, rows, sum| {
        let rows = format.counted(rows, ROWS);
        match sum {
            Some(sum) => format!("{what}: {rows}, sum {}", format.decimal(sum, 2)),
            None => format!("{what}: {rows}"),
        }
    },
    table: "Table",
    window: "Dates",
    days: |format, (first, last)| format!("{} to {}", format.date(first), format.date(last)),
    abc_xyz_settings,
    left_out: |reason| match reason {
        LeftOutReason::WithoutClient => "without a client",
        LeftOutReason::OutsideWindow => "outside the dates",
        LeftOutReason::ExcludedBySwitch => "excluded by your decision",
    },
    set_aside: |reason| format!("set aside while reading: {}", reason_name(reason)),
    label: |label| match label {
        Label::New => "new",
        Label::OneOff => "one order",
        Label::Lost => "gone quiet",
    },
    line: "Line",
    reason: "Reason",
    reason_name,
};

const fn reason_name(reason: Reason) -> &'static str {
    match reason {
        Reason::BadDate => "not a date",
        Reason::BadAmount => "not an amount",
        Reason::TotalRow => "total row",
        Reason::TitleRow => "title above the header",
        Reason::BlankRow => "blank row",
        Reason::RepeatedHeader => "header repeated",
        Reason::RaggedRow => "wrong number of cells",
        Reason::OtherCurrency => "another currency",
        Reason::EmptyCell => "needed cell is empty",
    }
}

fn abc_xyz_settings(format: Format, summary: &AbcXyzSummary) -> Vec<(String, String)> {
    let options = &summary.options;
    let percent = |basis_points: u32| basis_percent(format, basis_points);
    let boundary = match options.boundary {
        Boundary::Crossing => "the client that crosses the limit stays in the better class",
        Boundary::Inclusive => "a class ends at the limit, the limit included",
        Boundary::Strict => "a class ends before the limit",
    };
    let method = match options.method {
        XyzMethod::Frequency => format!(
            "by share of periods with a purchase: X from {}, Y from {}",
            percent(options.frequency.x()),
            percent(options.frequency.y())
        ),
        XyzMethod::Variation => format!(
            "by coefficient of variation ({} deviation): X up to {}, Y up to {}",
            match options.deviation {
                Deviation::Sample => "sample",
                Deviation::Population => "population",
            },
            percent(options.variation.x()),
            percent(options.variation.y())
        ),
    };
    let grain = match options.grain {
        Grain::Week => "weeks",
        Grain::Month => "months",
        Grain::Quarter => "quarters",
    };
    let limits = format!("A up to {}, B up to {}", percent(options.abc.a()), percent(options.abc.b()));
    [("ABC thresholds", limits.as_str()), ("ABC boundary", boundary), ("XYZ", &method), ("XYZ periods", grain)]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}
