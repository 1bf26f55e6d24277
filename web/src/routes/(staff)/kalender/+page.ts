import type { CalendarStory } from '@forhoering/shared/contracts/story.contract.js';
import { dayOf, monthOf, monthWeeks, movedDate, weekOf } from '@forhoering/shared/publishing/calendar.rules.js';
import { localDate } from '@forhoering/shared/time/wall-time.js';
import { api } from '../../../lib/api';
import { orErrorPage } from '../../../lib/load';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, depends }) => {
  depends('app:calendar');
  const today = localDate(new Date().toISOString());
  const day = dayOf(url.searchParams.get('uge'));
  const month = monthOf(url.searchParams.get('maaned')) ?? (day ?? today).slice(0, 7);
  const [year = 0, of = 1] = month.split('-').map(Number);
  const weeks = day === null ? monthWeeks(year, of) : [weekOf(day)];
  const first = weeks[0]?.days[0]?.date ?? today;
  const last = weeks.at(-1)?.days[6]?.date ?? today;
  const { items } = await orErrorPage(
    api(fetch).get<{ items: CalendarStory[] }>(`/stories?from=${first}&to=${movedDate(last, 1)}`),
  );
  return { month, day, today, weeks, stories: items };
};
