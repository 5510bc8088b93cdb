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
const ROWS: Plural<'_> = Plural::new("строка", "строки", "строк");

pub const EXPORT: ExportMessages = ExportMessages {
    rank: "Место",
    client: "Клиент",
    class: "Класс",
    value: "Сумма",
    share: "Доля суммы",
    share_with: "Накопленная доля",
    orders: "Заказов",
    regularity: "Доля периодов с покупкой",
    first: "Первая покупка",
    last: "Последняя покупка",
    recency: "Дней с последней покупки",
    labels: "Пометки",
    basis: "Как посчитано",
    clients_sheet: "Клиенты",
    matrix_sheet: "Матрица",
    matrix_headers: ["Класс", "Клиентов", "Доля клиентов", "Сумма", "Доля суммы", "На клиента", "Затихли"],
    settings_sheet: "Условия расчёта",
    settings_headers: ["Условие", "Значение"],
    left_out_sheet: "Не учтено",
    left_out_headers: ["Что не учтено", "Строк", "Сумма"],
    left_out_line: |format, what, rows, sum| {
        let rows = format.counted(rows, ROWS);
        match sum {
            Some(sum) => format!("{what}: {rows}, сумма {}", format.decimal(sum, 2)),
            None => format!("{what}: {rows}"),
        }
    },
    table: "Таблица",
    window: "Период",
    days: |format, (first, last)| format!("с {} по {}", format.date(first), format.date(last)),
    abc_xyz_settings,
    left_out: |reason| match reason {
        LeftOutReason::WithoutClient => "без клиента",
        LeftOutReason::OutsideWindow => "вне дат",
        LeftOutReason::ExcludedBySwitch => "исключено по вашему решению",
    },
    set_aside: |reason| format!("отложено при чтении: {}", reason_name(reason)),
    label: |label| match label {
        Label::New => "новый",
        Label::OneOff => "один заказ",
        Label::Lost => "затих",
    },
    line: "Строка",
    reason: "Причина",
    reason_name,
};

const fn reason_name(reason: Reason) -> &'static str {
    match reason {
        Reason::BadDate => "не дата",
        Reason::BadAmount => "не сумма",
        Reason::TotalRow => "итоговая строка",
        Reason::TitleRow => "текст над шапкой",
        Reason::BlankRow => "пустая строка",
        Reason::RepeatedHeader => "повтор шапки",
        Reason::RaggedRow => "не то число ячеек",
        Reason::OtherCurrency => "другая валюта",
        Reason::EmptyCell => "нужная ячейка пуста",
    }
}

fn abc_xyz_settings(format: Format, summary: &AbcXyzSummary) -> Vec<(String, String)> {
    let options = &summary.options;
    let percent = |basis_points: u32| basis_percent(format, basis_points);
    let boundary = match options.boundary {
        Boundary::Crossing => "клиент на границе остаётся в лучшем классе",
        Boundary::Inclusive => "граница входит в класс",
        Boundary::Strict => "граница в класс не входит",
    };
    let method = match options.method {
        XyzMethod::Frequency => format!(
            "по доле периодов с покупкой: X от {}, Y от {}",
            percent(options.frequency.x()),
            percent(options.frequency.y())
        ),
        XyzMethod::Variation => format!(
            "по коэффициенту вариации ({} отклонение): X до {}, Y до {}",
            match options.deviation {
                Deviation::Sample => "выборочное",
                Deviation::Population => "генеральное",
            },
            percent(options.variation.x()),
            percent(options.variation.y())
        ),
    };
    let grain = match options.grain {
        Grain::Week => "недели",
        Grain::Month => "месяцы",
        Grain::Quarter => "кварталы",
    };
    let limits = format!("A до {}, B до {}", percent(options.abc.a()), percent(options.abc.b()));
    [("Пороги ABC", limits.as_str()), ("Граница ABC", boundary), ("XYZ", &method), ("Периоды XYZ", grain)]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
}
