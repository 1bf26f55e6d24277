// @ts-check
// Maps for those who want one: nothing is fetched before somebody asks for it. Places in words work without.
/** @type {Promise<any> | null} */
let library = null;

/** The map library, once. @param {string} script @param {string} style @returns {Promise<any>} */
function leaflet(script, style) {
  library ??= new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style });
    const code = Object.assign(document.createElement('script'), {
      src: script,
      onload: () => resolve(/** @type {any} */ (window).L),
      onerror: reject,
    });
    document.head.append(link, code);
  });
  library.catch(() => (library = null));
  return library;
}

/** @param {HTMLElement} root @param {HTMLElement} target @param {any} L */
function openMap(root, target, L) {
  const map = L.map(target, {
    attributionControl: true,
    zoomControl: false,
    zoomSnap: 0.5,
    scrollWheelZoom: false,
  }).setView([55.9, 10.6], 6.5);
  map.attributionControl.setPrefix(false);
  const { tiles, attribution, area, zoomIn, zoomOut } = root.dataset;
  L.control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  if (tiles) L.tileLayer(tiles, { maxZoom: 19, attribution: attribution ?? '' }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  /** @type {any[]} */
  const shapes = [];
  if (area)
    shapes.push(
      L.geoJSON(JSON.parse(area), {
        style: { color: '#0b5162', weight: 2.5, fillColor: '#8fbcc7', fillOpacity: 0.35 },
        interactive: false,
      }).addTo(map),
    );
  const fit = (/** @type {any[]} */ ...more) => {
    const all = L.featureGroup([...shapes, ...more]);
    if (all.getLayers().length > 0) map.fitBounds(all.getBounds().pad(0.25), { maxZoom: 17 });
  };
  fit();
  return { map, fit };
}

/** @param {any} L @param {string} name */
const pinIcon = (L, name) =>
  L.divIcon({
    className: 'pin-icon',
    html: `<span class="pin-head">${name}</span>`,
    iconSize: [28, 28],
    iconAnchor: [14, 28],
  });

for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-pin-map]'))) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-${name}]`));
  const field = (/** @type {string} */ name) =>
    /** @type {HTMLInputElement} */ (root.closest('form')?.elements.namedItem(name));
  root.hidden = false;
  const say = (/** @type {string | undefined} */ words) => (part('said').textContent = words ?? '');
  part('open').addEventListener('click', async () => {
    part('open').hidden = true;
    part('panel').hidden = false;
    let L;
    try {
      L = await leaflet(root.dataset.leaflet ?? '', root.dataset.leafletCss ?? '');
    } catch {
      part('open').hidden = false;
      part('panel').hidden = true;
      return say(root.dataset.failed);
    }
    part('map').setAttribute('aria-label', root.dataset.label ?? '');
    part('map').setAttribute('role', 'application');
    const { map } = openMap(root, part('map'), L);
    /** @type {any} */
    let pin = null;
    const set = (/** @type {any} */ at, /** @type {boolean} */ aloud = true) => {
      if (pin === null) {
        pin = L.marker(at, { icon: pinIcon(L, ''), draggable: true, keyboard: false }).addTo(map);
        pin.on('dragend', () => set(pin.getLatLng()));
      } else pin.setLatLng(at);
      field('longitude').value = at.lng.toFixed(6);
      field('latitude').value = at.lat.toFixed(6);
      field('latitude').dispatchEvent(new Event('input', { bubbles: true }));
      part('remove').hidden = false;
      if (aloud) say(root.dataset.set);
    };
    map.on('click', (/** @type {any} */ event) => set(event.latlng));
    part('middle').addEventListener('click', () => set(map.getCenter()));
    part('remove').addEventListener('click', () => {
      pin?.remove();
      pin = null;
      field('longitude').value = field('latitude').value = '';
      field('latitude').dispatchEvent(new Event('input', { bubbles: true }));
      part('remove').hidden = true;
      part('middle').focus();
      say(root.dataset.removed);
    });
    if (field('latitude').value !== '') {
      const at = L.latLng(Number(field('latitude').value), Number(field('longitude').value));
      set(at, false);
      map.setView(at, 16);
    }
    part('map').focus();
  });
}

for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-places-map]'))) {
  /** @type {Array<{ longitude: number, latitude: number, number: string, name: string }>} */
  const places = JSON.parse(root.dataset.placesMap ?? '[]');
  leaflet(root.dataset.leaflet ?? '', root.dataset.leafletCss ?? '')
    .then((L) => {
      const target = Object.assign(document.createElement('div'), { className: 'places-map' });
      target.setAttribute('aria-label', root.dataset.label ?? '');
      // The still map stays until the other one is there: without the library it simply remains.
      root.replaceChildren(target);
      const { map, fit } = openMap(root, target, L);
      const pins = places.map(({ longitude, latitude, number, name }) => {
        const icon = pinIcon(L, '');
        const pin = L.marker([latitude, longitude], {
          icon,
          title: `${number}: ${name}`,
          alt: `${number}: ${name}`,
        }).addTo(map);
        const go = () => {
          location.hash = `sted-${number}`;
        };
        pin
          .on('click', go)
          .on('keypress', (/** @type {any} */ { originalEvent }) => originalEvent.key === 'Enter' && go());
        return pin;
      });
      fit(...pins);
    })
    .catch(() => undefined);
}
