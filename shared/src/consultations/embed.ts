/** What the box of `/f/{slug}/indlejr` sends its parent when its height changes: `{ type, height }`, pixels. */
export const EMBED_MESSAGE = 'forhoering-height';
/** Before the box has said how high it is. */
export const EMBED_HEIGHT = 320;

export const embedUrl = (publicUrl: string, language: 'da' | 'en' = 'da'): string =>
  `${publicUrl}/indlejr${language === 'en' ? '?lang=en' : ''}`;

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The frame alone: works everywhere, with a fixed height. */
export function embedFrame(url: string, title: string, width: string, height: number = EMBED_HEIGHT): string {
  return `<iframe src="${attribute(url)}" title="${attribute(title)}" style="width:${width};height:${height}px;border:0" loading="lazy"></iframe>`;
}

/** The frame and the lines that make it as high as its content. They believe our pages only. */
export function embedSnippet(url: string, title: string): string {
  return `${embedFrame(url, title, '100%')}
<script>
  addEventListener('message', function (event) {
    if (event.origin !== '${url.split('/', 3).join('/')}' || !event.data || event.data.type !== '${EMBED_MESSAGE}') return;
    document.querySelectorAll('iframe').forEach(function (frame) {
      if (frame.contentWindow === event.source) frame.style.height = Math.min(Number(event.data.height) || ${EMBED_HEIGHT}, 2000) + 'px';
    });
  });
</script>`;
}
