import {
  NUMBER_METRICS,
  type NumberMetric,
  type NumberSeries,
} from '@forhoering/shared/contracts/delivery.contract.js';

const METRIC_DA: Record<NumberMetric, string> = {
  followers: 'Følgere',
  shown: 'Vist',
  reactions: 'Reaktioner',
  comments: 'Kommentarer',
  shares: 'Delinger',
};

/** What is known of a profile or a post, as curves. Where the network has changed how it counts, each way is a curve of its own. */
export function seriesOf(
  all: readonly NumberSeries[],
  subjectId: string,
): Array<{ label: string; days: NumberSeries['days'] }> {
  return NUMBER_METRICS.flatMap((metric) => {
    const own = all.filter((one) => one.subjectId === subjectId && one.metric === metric);
    return own.map(({ definition, days }) => ({
      label: own.length > 1 ? `${METRIC_DA[metric]} (${definition})` : METRIC_DA[metric],
      days,
    }));
  });
}
