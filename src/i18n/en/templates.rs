use crate::analytics::dataset::TableKind;
use crate::i18n::messages::templates::TemplateMessages;

pub const TEMPLATES: TemplateMessages = TemplateMessages {
    heading: "No export? Take a table to fill in",
    text: "Each has the names of the columns and two rows as an example. Open it in Excel or LibreOffice, put your own rows in their place and save it.",
    download: |kind| format!("Save a table to fill in: {kind}"),
    file_name: |kind| format!("{kind} - to fill in.csv"),
    rows: |kind| match kind {
        TableKind::Sales => [
            &["Date", "Client", "Order number", "Product", "Quantity", "Price", "Amount"],
            &["2026-01-31", "Example Ltd", "1", "Table", "2", "150.25", "300.50"],
            &["2026-02-02", "Sample & Co", "2", "Chair", "1", "90.00", "90.00"],
        ],
        TableKind::Pivot => [
            &["Client", "January 2026", "February 2026", "March 2026"],
            &["Example Ltd", "300.50", "", "120.00"],
            &["Sample & Co", "", "90.00", "45.00"],
        ],
        TableKind::Daily => [
            &["Client", "Date", "Sales", "Returns", "Orders"],
            &["Example Ltd", "2026-01-31", "300.50", "0", "2"],
            &["Sample & Co", "2026-02-02", "90.00", "15.00", "1"],
        ],
        TableKind::Deals => [
            &["Deal ID", "Client", "Stage", "Created date", "Close date", "Amount", "Source", "Manager", "Lost reason"],
            &["1", "Example Ltd", "Paid", "2026-01-31", "2026-02-10", "300.50", "Website", "Ann", ""],
            &["2", "Sample & Co", "Lost", "2026-02-02", "2026-02-12", "90.00", "Call", "Ann", "Price"],
        ],
        TableKind::Events => {
            [&["Deal ID", "Stage", "Stage date"], &["1", "Negotiation", "2026-01-31"], &["1", "Paid", "2026-02-10"]]
        }
        TableKind::Clients => [
            &["Client", "Type", "City", "Phone"],
            &["Example Ltd", "Wholesale", "Leeds", "+44 20 7946 0001"],
            &["Sample & Co", "Retail", "York", "+44 20 7946 0002"],
        ],
        TableKind::Sources => [
            &["Source", "Month", "Cost"],
            &["Website", "January 2026", "1000.50"],
            &["Fair", "January 2026", "2500.00"],
        ],
        TableKind::Answers => [
            &["Name", "How did you hear of us?", "What did you like?", "Would you recommend us?"],
            &["Ann", "From friends", "Delivery", "Yes"],
            &["Peter", "From an ad", "Prices", "Rather yes"],
        ],
    },
};
