use crate::analytics::dataset::Reason;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::Boundary;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Label};
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::analytics::stats::variation::Deviation;
use crate::i18n::Format;
use crate::i18n::messages::export::ExportMessages;

pub const EXPORT: ExportMessages = ExportMessages {
    rank: "Rank",
    client: "Client",
    class: "Class",
    value: "Value",
    share: "Share of value",
    share_with: "Cumulative share",
    orders: "Orders",
    active: "Periods with a purchase",
    periods: "Periods",
    cv: "Coefficient of variation",
    first: "First purchase",
    last: "Last purchase",
    recency: "Days since the last purchase",
    labels: "Labels",
    settings: "Computed with",
    settings_line,
    label: |label| match label {
        Label::New => "new",
        Label::OneOff => "one order",
        Label::Lost => "gone quiet",
    },
    line: "Line",
    reason: "Reason",
    reason_name: |reason| match reason {
        Reason::BadDate => "not a date",
        Reason::BadAmount => "not an amount",
        Reason::TotalRow => "total row",
        Reason::TitleRow => "title above the header",
        Reason::BlankRow => "blank row",
        Reason::RepeatedHeader => "header repeated",
        Reason::RaggedRow => "wrong number of cells",
        Reason::EmptyCell => "needed cell is empty",
    },
};

fn settings_line(format: Format, summary: &AbcXyzSummary) -> String {
    let options = &summary.options;
    let percent = |basis_points: u32| format.percent(f64::from(basis_points) / 10_000.0, 0);
    let boundary = match options.boundary {
        Boundary::Crossing => "the client that crosses the limit stays in the better class",
        Boundary::Inclusive => "a class ends at the limit, the limit included",
        Boundary::Strict => "a class ends before the limit",
    };
    let xyz = match options.method {
        XyzMethod::Frequency => format!(
            "XYZ by share of periods with a purchase: X from {}, Y from {}",
            percent(options.frequency.x()),
            percent(options.frequency.y())
        ),
        XyzMethod::Variation => format!(
            "XYZ by coefficient of variation ({} deviation): X up to {}, Y up to {}",
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
    let window = summary
        .window
        .map_or_else(String::new, |(first, last)| format!("{} to {}; ", format.date(first), format.date(last)));
    let left_out =
        |what: &str, (rows, sum)| format!("; {what}: {} rows, {}", format.count(rows), format.decimal(sum, 2));
    let mut line = format!(
        "{window}ABC {} / {}, {boundary}; {xyz}; periods: {grain}",
        percent(options.abc.a()),
        percent(options.abc.b())
    );
    line.push_str(&left_out("without a client, left out", summary.without_client));
    if summary.outside_window.0 > 0 {
        line.push_str(&left_out("outside the dates, left out", summary.outside_window));
    }
    line
}
