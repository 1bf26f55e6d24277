import type { CalendarStory } from '@forhoering/shared/contracts/story.contract.js';
import { monthOf, monthWeeks, movedDate } from '@forhoering/shared/publishing/calendar.rules.js';
import { localDate } from '@forhoering/shared/time/wall-time.js';
import { api } from '../../../lib/api';
import { orErrorPage } from '../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('app:calendar');
  const today = localDate(new Date().toISOString());
  const month = monthOf(url.searchParams.get('maaned')) ?? today.slice(0, 7);
  const [year = 0, of = 1] = month.split('-').map(Number);
  const weeks = monthWeeks(year, of);
  const first = weeks[0]?.days[0]?.date ?? today;
  const last = weeks.at(-1)?.days[6]?.date ?? today;
  const { items } = await orErrorPage(
    api(fetch).get<{ items: CalendarStory[] }>(`/stories?from=${first}&to=${movedDate(last, 1)}`),
  );
  return { month, today, weeks, stories: items };
};
