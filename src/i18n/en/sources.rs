use crate::analytics::funnel::sources::Touch;
use crate::i18n::Format;
use crate::i18n::format::Plural;
use crate::i18n::messages::sources::SourcesMessages;

pub const SOURCES: SourcesMessages = SourcesMessages {
    title: "Sources",
    empty_title: "Here you will see which sources bring buyers",
    empty_text: "Load a list of deals with a column for the source. A table of sales with such a column works too: it shows clients and money, though not those who did not buy. What sources cost is typed here or loaded as a table.",
    none_title: "This table has no column for sources",
    none_text: "Load a table with one, or say on the Data screen which column it is.",
    headline: |format, best, high, worst, low| {
        format!(
            "“{best}” turns {} of its leads into buyers, “{worst}” {}.",
            format.percent(high, 1),
            format.percent(low, 1)
        )
    },
    table: "Count by",
    by_deals: "deals",
    by_sales: "sales",
    sales_only: "Sales know only those who bought, so there are clients and money here, and no conversion.",
    touch: "A deal belongs to",
    touch_name: |touch| match touch {
        Touch::First => "the client’s first source",
        Touch::Last => "the source it names",
    },
    touch_explain: "Somebody who found you at a fair and later calls from the site has two sources. The first one won the client; the one it names brought this deal.",
    touch_moves: |format, count| {
        format!("The other choice would move {}.", format.counted(count, Plural::two("deal", "deals")))
    },
    touch_funnel: "Compare on the Funnel screen counts each deal for the source that it names, so its figures may differ.",
    together: "Unknown sources as one group",
    together_hint: |format, labels, count| format!("{labels}: {} in all", format.count(count)),
    empty: "(empty)",
    not_known: "Not known",
    returning: |format, count| {
        format!(
            "Answers like “I have bought before” tell of no source. These deals went to the client’s first known one: {}.",
            format.count(count)
        )
    },
    merge_title: "The same source in different spellings",
    merge_text: |format, groups| format!("Labels that differ only by case, spaces or dots: {}.", format.count(groups)),
    merge: "Merge them",
    merged_title: "Spellings counted as one source",
    unmerge: "Split them again",
    rows: "What sources bring",
    range_explain: "From a few leads a conversion is a guess. With the same luck again, it would lie in this range 95 times of 100. Where ranges of two sources overlap, the difference may be chance.",
    headers: [
        "Source",
        "Leads",
        "Won",
        "Conversion",
        "Its range",
        "Revenue",
        "Average",
        "Days to win",
        "Cost",
        "Cost of a lead",
        "Cost of a buyer",
        "ROMI",
    ],
    range_ends: ["Range from", "Range to"],
    client_column: "Clients",
    total: "All sources",
    cost_of: |source| format!("Cost of “{source}”"),
    cost_hint: "Type what a source cost over the same time, or load a table of sources with costs.",
    cost_table: |name| format!("Costs come from the table “{name}”; what you type here is added."),
    romi_explain: "(Revenue − cost) ÷ cost. 100% means that each rouble or dollar came back with another one. Revenue is not profit: mind your margin.",
    months: "Money by month",
    others: |format, count| format.counted(count, Plural::two("other", "others")),
    months_scale: |top| format!("All pictures have one scale: its top is {top} a month."),
    months_explain: "Sums of won deals by the month in which they were won; of sales, by the month of the sale. A picture for each of the sources that bring most.",
    undated: |format, count| {
        format!("Won, but without a date, and so in no month: {}.", format.counted(count, Plural::two("deal", "deals")))
    },
    file: "sources",
    month: "Month",
    classes: "Where the best clients come from",
    classes_sheet: "Sources and classes",
    classes_explain: "Clients of the sales table by source and by cell of the ABC-XYZ matrix: A brings most of the money, X buys regularly. Where a table of deals says which source a client came from, it is taken from there; names are met however they are spelled.",
    classes_none: "No client of the sales table has a known source: neither that table names one, nor a deal under the same name.",
    classes_best: |format, source, clients| {
        format!(
            "Most money of class A comes from “{source}”: {}.",
            format.counted(clients, Plural::two("client of class A", "clients of class A"))
        )
    },
    class_headers: ["Source", "Clients", "Value", "Share of class A"],
    range: |format: Format, low, high| format!("{} – {}", format.percent(low, 1), format.percent(high, 1)),
};
