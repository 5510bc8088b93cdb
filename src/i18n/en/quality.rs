use crate::analytics::quality::{Confidence, Difference};
use crate::i18n::format::Plural;
use crate::i18n::messages::quality::{CurrencyTexts, QualityMessages, SpellingTexts, SwitchTexts};

pub const QUALITY: QualityMessages = QualityMessages {
    heading: "What to check in the data",
    lead: "The file stays as it is. Here you decide what of it counts, and every decision can be taken back.",
    looking: "Checking the rows…",
    nothing: "No repeated rows, no returns, no rows without a client and no dates in the future.",
    count: |format, rows, sum| format!("{}, {}", format.counted(rows, ROWS), format.money(sum)),
    switches: SwitchTexts {
        duplicates: "Leave out repeated rows",
        duplicates_hint: "Rows that are the same in everything the file holds. The first of them stays.",
        returns: "Leave out returns",
        returns_hint: "Amounts below zero. Now they lower the sum of their client.",
        future: "Leave out future dates",
        future_hint: |format, today| format!("Rows after {}.", format.date(today)),
        without_client: "Count rows without a client as one line",
        without_client_hint: "Now they take no part in the analysis of clients.",
        nobody: "(no client)",
    },
    kept: |format, account| {
        format!(
            "In the analysis: {}, {}, {}.",
            format.counted(account.kept.rows, ROWS),
            format.money(account.kept.amount),
            format.counted(account.clients, Plural::two("client", "clients"))
        )
    },
    failed: "The decision could not be applied, and the data are as they were",
    spellings: SpellingTexts {
        heading: "One client under several names",
        lead: "The names are alike, but it is for you to say: nothing merges by itself. Tick what to merge and choose the main name.",
        found: |format, all, shown| {
            let groups = format.counted(all, GROUPS);
            if shown < all { format!("{groups}, the first {} are shown", format.count(shown)) } else { groups }
        },
        confidence: |confidence| match confidence {
            Confidence::Sure => "the same name",
            Confidence::Likely => "most likely the same",
            Confidence::Possible => "mistyped, perhaps",
        },
        difference: |difference| match difference {
            Difference::Case => "capital letters",
            Difference::Spaces => "spaces",
            Difference::Punctuation => "quotes and marks",
            Difference::Yo => "ё and е",
            Difference::LookAlikes => "letters of another alphabet",
            Difference::LegalForm => "legal form",
            Difference::Typo => "a letter or two",
            Difference::Contact => "how a phone or an e-mail is written",
        },
        key: |key| format!("compared as “{key}”"),
        group: |main| format!("Names like “{main}”"),
        include: |name| format!("Merge “{name}”"),
        make_main: |name| format!("Make “{name}” the main name"),
        main: "main",
        merge: "Merge the ticked",
        merge_sure: |format, groups| format!("Merge all clear cases: {}", format.counted(groups, GROUPS)),
        more: |format, groups| format!("Show {} more", format.count(groups)),
        merged: |format, main, names| {
            format!("Merged with “{main}”: {}.", format.counted(names, Plural::two("name", "names")))
        },
        merged_many: |format, groups| format!("Merged: {}.", format.counted(groups, GROUPS)),
        undo: "Undo",
        done: |format, merges| format!("Merged: {}", format.counted(merges, GROUPS)),
        merge_line: |main, others| {
            let others: Vec<String> = others.iter().map(|name| format!("“{name}”")).collect();
            format!("“{main}” with {}", others.join(", "))
        },
        split: "Split again",
        split_label: |main| format!("Split the names merged with “{main}”"),
    },
    currencies: CurrencyTexts {
        heading: "The file has several currencies. Which one should count?",
        text: "Amounts in different currencies cannot be added up. Rows in the others will be set aside; you can download them and load them on their own.",
        name: |currency| currency.map_or_else(|| "no currency given".to_owned(), |code| code.to_string()),
        unnamed: "Take rows without a currency as well",
        take: "Take this one",
        column: "Currency",
        few_named: |format, currency, named, unnamed| {
            format!(
                "Only {} a currency ({currency}). The other {} name none and are counted as the same currency.",
                format.counted(named, Plural::two("row names", "rows name")),
                format.count(unnamed)
            )
        },
    },
};

const ROWS: Plural<'_> = Plural::two("row", "rows");
const GROUPS: Plural<'_> = Plural::two("group of names", "groups of names");
