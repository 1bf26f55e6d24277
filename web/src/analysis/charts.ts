import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Each line has its own dashes and marks, so that colour carries nothing alone. */
const LINES = [
  { colour: '--brand-700', dash: [], mark: 'circle' },
  { colour: '--warn-line', dash: [6, 3], mark: 'rect' },
  { colour: '--ok', dash: [2, 2], mark: 'triangle' },
  { colour: '--ink-2', dash: [9, 3, 2, 3], mark: 'rectRot' },
] as const;

/** Curves over days; a day without a number is a gap. */
export function drawLines(
  canvas: HTMLCanvasElement,
  labels: string[],
  lines: Array<{ label: string; values: Array<number | null> }>,
): Chart {
  Chart.defaults.font.family = colour('--font');
  const ink = colour('--ink-2');
  return new Chart(canvas, {
    type: 'line',
    data: {
      labels,
      datasets: lines.map(({ label, values }, at) => {
        const look = LINES[at % LINES.length] ?? LINES[0];
        const stroke = colour(look.colour) || ink;
        return {
          label,
          data: values,
          spanGaps: false,
          borderColor: stroke,
          backgroundColor: stroke,
          borderDash: [...look.dash],
          pointStyle: look.mark,
          pointRadius: values.length > 60 ? 0 : 3,
          borderWidth: 2,
        };
      }),
    },
    options: {
      maintainAspectRatio: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 180 },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { ticks: { color: ink, maxRotation: 0, autoSkipPadding: 16 }, grid: { display: false } },
        y: { ticks: { precision: 0, color: ink }, grid: { color: colour('--line-soft') }, border: { display: false } },
      },
      plugins: { legend: { display: lines.length > 1, labels: { usePointStyle: true, color: ink } } },
    },
  });
}

/** Upright bars (`bar`) for time, lying ones (`row`) for words. The number stands on each bar, so that colour carries nothing alone. */
export function drawChart(
  canvas: HTMLCanvasElement,
  rows: Array<{ label: string; count: number }>,
  kind: 'bar' | 'row',
): Chart {
  const lying = kind === 'row';
  const value = {
    beginAtZero: true,
    ticks: { precision: 0, color: colour('--ink-3') },
    grid: { color: colour('--line-soft') },
    border: { display: false },
  };
  const words = {
    ticks: { color: colour('--ink-2'), autoSkip: !lying, maxRotation: 0 },
    grid: { display: false },
    border: { color: colour('--line-field') },
  };
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.label),
      datasets: [
        {
          label: 'Bidrag',
          data: rows.map((row) => row.count),
          backgroundColor: colour('--brand-600'),
          borderRadius: 3,
          maxBarThickness: lying ? 18 : 40,
        },
      ],
    },
    options: {
      indexAxis: lying ? 'y' : 'x',
      maintainAspectRatio: false,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 180 },
      layout: { padding: lying ? { right: 36 } : { top: 18 } },
      scales: lying ? { x: { ...value, display: false }, y: words } : { x: words, y: value },
      plugins: { legend: { display: false }, tooltip: { displayColors: false } },
    },
    plugins: [{ id: 'numbers', afterDatasetsDraw: (chart) => writeNumbers(chart, lying, colour('--ink')) }],
  });
}

function writeNumbers(chart: Chart, lying: boolean, colour: string): void {
  const bars = chart.getDatasetMeta(0).data;
  if (!lying && bars.length > 31) return;
  const { ctx } = chart;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.font = '600 12px "IBM Plex Sans", sans-serif';
  ctx.textAlign = lying ? 'left' : 'center';
  ctx.textBaseline = lying ? 'middle' : 'bottom';
  bars.forEach((bar, i) => {
    const count = chart.data.datasets[0]?.data[i];
    if (typeof count !== 'number' || (count === 0 && !lying)) return;
    ctx.fillText(String(count), lying ? bar.x + 6 : bar.x, lying ? bar.y : bar.y - 3);
  });
  ctx.restore();
}
