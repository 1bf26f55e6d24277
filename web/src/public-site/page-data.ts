import type { PublicConsultationView } from '@forhoering/shared/contracts/consultation.contract.js';

/**
 * The page as search engines read it (schema.org, JSON-LD), ready to stand in a script element: `<` is written as an escape, so
 * that no text can end it. Never a citizen's words.
 */
export function pageData(c: PublicConsultationView, url: string, image: string, language: string): string {
  const { organisation: o } = c;
  const given = (name: string, value: string | null): object =>
    value === null || value === '' ? {} : { [name]: value };
  const corners = c.area?.coordinates.flat(2) ?? [];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    name: c.title,
    ...given('description', c.teaser),
    inLanguage: language,
    ...given('datePublished', c.publishedAt),
    dateModified: c.updatedAt,
    ...given('expires', c.closesAt),
    commentCount: c.commentCount,
    primaryImageOfPage: { '@type': 'ImageObject', url: image, width: 1200, height: 630 },
    publisher: {
      '@type': 'GovernmentOrganization',
      name: o.name,
      ...given('address', o.address),
      ...given('telephone', o.phone),
      ...given('email', o.email),
    },
    ...(corners.length === 0
      ? {}
      : { spatialCoverage: { '@type': 'Place', geo: { '@type': 'GeoShape', box: boxOf(corners) } } }),
    ...(c.state === 'open' ? { potentialAction: { '@type': 'CommentAction', target: `${c.publicUrl}/skriv` } } : {}),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** South-west and north-east corner: `56.1 9.7 56.2 9.8`. */
function boxOf(corners: number[][]): string {
  const longitudes = corners.map(([longitude = 0]) => longitude);
  const latitudes = corners.map(([, latitude = 0]) => latitude);
  const least = (values: number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: number[]): number => values.reduce((a, b) => Math.max(a, b));
  return `${least(latitudes)} ${least(longitudes)} ${most(latitudes)} ${most(longitudes)}`;
}
