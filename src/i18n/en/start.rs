use crate::i18n::format::Plural;
use crate::i18n::messages::start::StartMessages;

pub const START: StartMessages = StartMessages {
    title: "Let your sales file tell you which clients carry the business, and what to do with each group",
    lead: "Everything is worked out right here in the browser: the file never leaves this computer.",
    picture: "Rows of sales fall into a matrix of nine cells: how much a client brings, and how regularly it buys.",
    who_title: "What you get",
    who: [
        (
            "The owner",
            "Whom to look after, whom to win back, and who is served well by a price list. From your own sales, with no new system to run.",
        ),
        (
            "The consultant",
            "A matrix of clients within a minute of the talk. The rules are in plain sight, and debatable ones can be switched.",
        ),
        (
            "Whoever answers for the data",
            "The same result without a cloud, an account or an installation. And ways to make sure of that yourself.",
        ),
    ],
    promise_title: "The file never leaves this computer",
    promise_text: "The app has no server. Your browser reads the file itself, sends it nowhere, and keeps the table \
        on this computer only. By choice it forgets it when you close the tab.",
    proof: "How to check this yourself",
    proofs: [
        (
            "A ban in the page itself",
            "Open the source of the page (Ctrl+U) and look for Content-Security-Policy. By that rule the browser \
             stops a request to any address but the page’s own.",
        ),
        (
            "The network tab",
            "Open the developer tools (F12), choose Network, and load a file. The list shows files of the app only, \
             and no request carries your data.",
        ),
        (
            "Without a network",
            "Open the matrix of the sample data, disconnect from the internet and load your own file. The result is \
             the same: no connection is needed to compute it.",
        ),
    ],
    loaded: |file| format!("Loaded: {file}"),
    loaded_rows: |format, used, set_aside| {
        let rows = Plural::two("row", "rows");
        let in_use = format.counted(used, rows);
        if set_aside == 0 {
            format!("{in_use} in use, none set aside")
        } else {
            format!("{in_use} in use, {} set aside", format.count(set_aside))
        }
    },
    to_data: "See how the file was read",
};
