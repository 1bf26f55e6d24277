import leafletCss from 'leaflet/dist/leaflet.css?url';
import leafletUrl from 'leaflet/dist/leaflet.js?url';
import type { Area, PublicOrganisation } from '@forhoering/shared/contracts/consultation.contract.js';

/** What `static/kort.js` needs to know to open a map, as data attributes. */
export function mapData(area: Area | null, organisation: Pick<PublicOrganisation, 'mapAttribution'>) {
  return {
    'data-leaflet': leafletUrl,
    'data-leaflet-css': leafletCss,
    'data-area': area === null ? undefined : JSON.stringify(area),
    'data-tiles': organisation.mapAttribution === null ? undefined : '/api/v1/public/map-tiles/{z}/{x}/{y}',
    'data-attribution': organisation.mapAttribution ?? undefined,
  };
}
