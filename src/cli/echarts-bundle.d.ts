/** ECharts in one file: ten times faster to load than its modules. */
declare module "echarts/dist/echarts.esm.min" {
  export { init } from "echarts";
}
