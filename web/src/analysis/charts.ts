import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** Upright bars (`bar`) for time, lying ones (`row`) for words. The number stands on each bar, so that colour carries nothing alone. */
export function drawChart(
  canvas: HTMLCanvasElement,
  rows: Array<{ label: string; count: number }>,
  kind: 'bar' | 'row',
): Chart {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  Chart.defaults.font.family = colour('--font');
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
      plugins: { tooltip: { displayColors: false } },
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
