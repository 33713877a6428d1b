// Moves between views inside the page: every view has its address, the back button works, and the
// place on the page and the keyboard focus come back with it.

/**
 * @typedef {object} Place  Where the reader was in a view; kept in the history entry of the view.
 * @property {number} scroll
 * @property {string|null} key    `data-key` of the focused element.
 * @property {string} [from]      Address of the view that led here.
 */

/** @typedef {'load'|'link'|'back'} Reason  Why a view is shown. */

/**
 * @typedef {object} Navigation
 * @property {(address: string) => void} go  Shows another view.
 * @property {() => Promise<void>} refresh   Shows this one again.
 */

/**
 * Connects links and history.
 * @param {(reason: Reason) => Promise<boolean>} show  Shows what the address bar says; false if
 *   another view was asked for meanwhile.
 * @returns {Navigation}
 */
export function connect_navigation(show) {
  history.scrollRestoration = 'manual';
  let shown = location.search;
  const arrive = async (reason, place) => {
    shown = location.search;
    if (await show(reason)) settle(reason, place);
  };
  const go = (address) => {
    const place = here();
    remember(place);
    const from = location.href;
    history.pushState({ scroll: 0, key: null, from }, '', address);
    arrive('link', place);
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !is_plain_click(event) || !is_view(link)) return;
    event.preventDefault();
    if (link.dataset.key === 'back' && history.state?.from === link.href) history.back();
    else go(link.href);
  });
  addEventListener('popstate', (event) => {
    if (location.search === shown) return;  // The skip link: a place in the same view.
    arrive('back', event.state);
  });
  addEventListener('pagehide', () => remember(here()));
  arrive('load', history.state);
  return { go, refresh: () => arrive('load', here()) };
}

/** @returns {Place} */
function here() {
  const focused = document.activeElement;
  return { scroll: scrollY, key: focused instanceof HTMLElement ? focused.dataset.key ?? null : null };
}

/** @param {Place} place */
function remember(place) {
  history.replaceState({ ...history.state, ...place }, '');
}

/** @param {MouseEvent} event */
function is_plain_click(event) {
  return event.button === 0 && !event.defaultPrevented
    && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** Whether a link leads to a view of this page, not to a place in it, the API or elsewhere. @param {HTMLAnchorElement} link */
function is_view(link) {
  const page = new URL('./', document.baseURI);
  const target = new URL(link.href, document.baseURI);
  return !link.target && !target.hash && target.origin === page.origin && target.pathname === page.pathname;
}

/**
 * Puts focus and scrolling where a reader expects them. A switched filter, tab or order keeps its
 * place; a new view begins at its top, where its heading takes the focus for screen readers. The
 * search box keeps the focus for the next query, but not on a phone, whose keyboard hides the hits.
 * @param {Reason} reason
 * @param {Place|null} place
 */
function settle(reason, place) {
  const same = place?.key ? keyed(place.key) : null;
  if (same) same.focus({ preventScroll: true });
  if (reason === 'back' || reason === 'load') {
    scrollTo(0, place?.scroll ?? 0);
    return;
  }
  if (same && !place?.key?.startsWith('page:')) return;
  scrollTo(0, 0);
  const is_typing = document.activeElement?.id === 'q' && matchMedia('(pointer: fine)').matches;
  if (!is_typing) document.getElementById('view-title')?.focus({ preventScroll: true });
}

/** @param {string} key */
function keyed(key) {
  const found = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  return found instanceof HTMLElement && found.checkVisibility() ? found : null;
}
