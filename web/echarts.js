// ECharts with those parts only that the app draws with; see `src/platform/echarts.rs`.
// The SVG renderer is the one that works under the page's policy.

export { init } from "echarts/core";
import { use } from "echarts/core";
import { LineChart, SankeyChart, ScatterChart, TreemapChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import SVGPainter from "zrender/lib/svg/Painter.js";

use([LineChart, SankeyChart, ScatterChart, TreemapChart, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

// The painter empties its elements through `innerHTML`, which the policy forbids. These do the same without it.
const { dispose } = SVGPainter.prototype;
SVGPainter.prototype.clear = function () {
  this._svgDom?.replaceChildren();
  this._oldVNode = null;
};
SVGPainter.prototype.dispose = function () {
  this.root?.replaceChildren();
  this.root = null;
  dispose.call(this);
};
