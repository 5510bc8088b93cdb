use crate::analytics::dataset::Reason;
use crate::analytics::date::Grain;
use crate::analytics::segmentation::abc::Boundary;
use crate::analytics::segmentation::abc_xyz::{AbcXyzSummary, Label};
use crate::analytics::segmentation::xyz::XyzMethod;
use crate::analytics::stats::variation::Deviation;
use crate::i18n::Format;
use crate::i18n::messages::export::ExportMessages;

pub const EXPORT: ExportMessages = ExportMessages {
    rank: "Место",
    client: "Клиент",
    class: "Класс",
    value: "Сумма",
    share: "Доля суммы",
    share_with: "Накопленная доля",
    orders: "Заказов",
    active: "Периодов с покупкой",
    periods: "Периодов",
    cv: "Коэффициент вариации",
    first: "Первая покупка",
    last: "Последняя покупка",
    recency: "Дней с последней покупки",
    labels: "Пометки",
    settings: "Как посчитано",
    settings_line,
    label: |label| match label {
        Label::New => "новый",
        Label::OneOff => "один заказ",
        Label::Lost => "замолчал",
    },
    line: "Строка",
    reason: "Причина",
    reason_name: |reason| match reason {
        Reason::BadDate => "не дата",
        Reason::BadAmount => "не сумма",
        Reason::TotalRow => "итоговая строка",
        Reason::TitleRow => "текст над шапкой",
        Reason::BlankRow => "пустая строка",
        Reason::RepeatedHeader => "повтор шапки",
        Reason::RaggedRow => "не то число ячеек",
        Reason::EmptyCell => "нужная ячейка пуста",
    },
};

fn settings_line(format: Format, summary: &AbcXyzSummary) -> String {
    let options = &summary.options;
    let percent = |basis_points: u32| format.percent(f64::from(basis_points) / 10_000.0, 0);
    let boundary = match options.boundary {
        Boundary::Crossing => "клиент на границе остаётся в лучшем классе",
        Boundary::Inclusive => "граница входит в класс",
        Boundary::Strict => "граница в класс не входит",
    };
    let xyz = match options.method {
        XyzMethod::Frequency => format!(
            "XYZ по доле периодов с покупкой: X от {}, Y от {}",
            percent(options.frequency.x()),
            percent(options.frequency.y())
        ),
        XyzMethod::Variation => format!(
            "XYZ по коэффициенту вариации ({} отклонение): X до {}, Y до {}",
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
    let window = summary
        .window
        .map_or_else(String::new, |(first, last)| format!("с {} по {}; ", format.date(first), format.date(last)));
    let left_out =
        |what: &str, (rows, sum)| format!("; {what}: строк {}, сумма {}", format.count(rows), format.decimal(sum, 2));
    let mut line = format!(
        "{window}ABC {} / {}, {boundary}; {xyz}; периоды: {grain}",
        percent(options.abc.a()),
        percent(options.abc.b())
    );
    line.push_str(&left_out("без клиента, не учтено", summary.without_client));
    if summary.outside_window.0 > 0 {
        line.push_str(&left_out("вне дат, не учтено", summary.outside_window));
    }
    line
}
