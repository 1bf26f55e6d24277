/** What a feed says of itself and of each consultation; texts are plain and escaped here. */
export interface FeedContent {
  title: string;
  description: string;
  organisation: string;
  /** Of the list page. */
  homeUrl: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** When anything in it changed last. */
  updatedAt: string;
  items: FeedItem[];
}

export interface FeedItem {
  url: string;
  title: string;
  /** Teaser and deadline. */
  summary: string;
  publishedAt: string;
  updatedAt: string;
  imageUrl: string;
}

/** XML 1.0 has no way to write control characters: they go. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Atom 1.0 (RFC 4287). */
export function atomFeed(feed: FeedContent): string {
  const entries = feed.items.map(
    (item) => `  <entry>
    <id>${xml(item.url)}</id>
    <title>${xml(item.title)}</title>
    <link rel="alternate" type="text/html" href="${xml(item.url)}"/>
    <published>${item.publishedAt}</published>
    <updated>${item.updatedAt}</updated>
    <summary>${xml(item.summary)}</summary>
  </entry>`,
  );
  return `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da">
  <id>${xml(feed.homeUrl)}</id>
  <title>${xml(feed.title)}</title>
  <subtitle>${xml(feed.description)}</subtitle>
  <author><name>${xml(feed.organisation)}</name></author>
  <link rel="self" type="application/atom+xml" href="${xml(feed.publicUrl)}/feed.atom"/>
  <link rel="alternate" type="text/html" href="${xml(feed.homeUrl)}"/>
  <updated>${feed.updatedAt}</updated>
${entries.join('\n')}
</feed>
`;
}

/** RSS 2.0. */
export function rssFeed(feed: FeedContent): string {
  const rfc822 = (instant: string): string => new Date(instant).toUTCString();
  const items = feed.items.map(
    (item) => `    <item>
      <title>${xml(item.title)}</title>
      <link>${xml(item.url)}</link>
      <guid isPermaLink="true">${xml(item.url)}</guid>
      <pubDate>${rfc822(item.publishedAt)}</pubDate>
      <description>${xml(item.summary)}</description>
    </item>`,
  );
  return `${HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(feed.title)}</title>
    <link>${xml(feed.homeUrl)}</link>
    <atom:link rel="self" type="application/rss+xml" href="${xml(feed.publicUrl)}/feed.rss"/>
    <description>${xml(feed.description)}</description>
    <language>da</language>
    <lastBuildDate>${rfc822(feed.updatedAt)}</lastBuildDate>
${items.join('\n')}
  </channel>
</rss>
`;
}

/** JSON Feed 1.1. */
export function jsonFeed(feed: FeedContent): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.homeUrl,
    feed_url: `${feed.publicUrl}/feed.json`,
    language: 'da',
    authors: [{ name: feed.organisation }],
    items: feed.items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      image: item.imageUrl,
      date_published: item.publishedAt,
      date_modified: item.updatedAt,
    })),
  });
}

/** Every public page in both languages (sitemaps.org 0.9 with the language links search engines read). */
export function sitemap(publicUrl: string, pages: Array<{ path: string; updatedAt: string | null }>): string {
  const urls = pages.flatMap(({ path, updatedAt }) => {
    const [da, en] = [`${publicUrl}${path}`, `${publicUrl}${path}?lang=en`].map(xml) as [string, string];
    const others = `<xhtml:link rel="alternate" hreflang="da" href="${da}"/><xhtml:link rel="alternate" hreflang="en" href="${en}"/>`;
    const changed = updatedAt === null ? '' : `<lastmod>${updatedAt}</lastmod>`;
    return [da, en].map((loc) => `  <url><loc>${loc}</loc>${changed}${others}</url>`);
  });
  return `${HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

/** Private links and staff pages are nobody's business; pictures on public pages are. */
export const robots = (publicUrl: string): string => `User-agent: *
Allow: /api/v1/public/
Disallow: /api/
Disallow: /adgang/
Disallow: /m
Disallow: /log-ind
Disallow: /start
Disallow: /forhoeringer/
Disallow: /forudse/
Disallow: /udkast/

Sitemap: ${publicUrl}/sitemap.xml
`;
