// ECharts with those parts only that the app draws with; see `src/platform/echarts.rs`.
// The SVG renderer is the one that works under the page's policy.

export { init } from "echarts/core";
import { use } from "echarts/core";
import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([LineChart, AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);
