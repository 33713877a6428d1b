// The page's entry: shows the view that the address bar asks for.

import { ApiError, record, reports, search, ward_names } from './api.js';
import { announce, element, required } from './dom.js';
import { chips, filter_panel, has_unlisted_ward } from './facets.js';
import { failure, nothing_found } from './messages.js';
import { connect_navigation } from './navigation.js';
import { record_page } from './record.js';
import { hit_list, kind_tabs, paging, result_title, search_notes, sort_links } from './results.js';
import { connect_search_box, focus_on_wide_screen, show_query } from './search_box.js';
import { catalogue, start_page } from './start.js';
import { address, changed, read_state } from './state.js';
import { record_title } from './wording.js';

const SITE = '取組検索';
/** An answer that comes within this time is shown without a sign of waiting, which would only flicker. */
const PATIENCE_MS = 250;

/** @typedef {import('./state.js').State} State */

let current = new AbortController();

/** @param {Node[]} content @param {string} title @param {string} spoken */
function put(content, title, spoken) {
  required('#main').replaceChildren(...content);
  document.title = title ? `${title} | ${SITE}` : SITE;
  announce(spoken);
}

/** @param {State} state @param {AbortSignal} signal */
async function show_search(state, signal) {
  const answer = await search(state, signal);
  const names = has_unlisted_ward(state, answer.facets) ? await names_or_none(signal) : new Map();
  const title = result_title(state, answer);
  const found = answer.hits.length > 0;
  const body = element('div', { class: 'results' },
    chips(state, answer.facets, names),
    search_notes(state, answer),
    found ? [sort_links(state), hit_list(state, answer), paging(state, answer)] : nothing_found(state, answer));
  const heading = element('h1', { class: 'page-title', id: 'view-title', tabindex: -1 },
    title.subject, element('span', { class: 'total' }, title.count));
  put([heading, kind_tabs(state, answer),
    element('div', { class: 'columns' }, filter_panel(state, answer.facets), body)],
  `${title.subject}　${title.count}`, `${title.subject}、${title.count}見つかりました`);
}

/** Names of wards; without them the page shows codes. @param {AbortSignal} signal */
async function names_or_none(signal) {
  try {
    return await ward_names(signal);
  } catch (error) {
    if (error instanceof ApiError) return new Map();
    throw error;
  }
}

/** @param {State} state @param {AbortSignal} signal */
async function show_record(state, signal) {
  const found = await record(state.record, signal);
  const title = record_title(found);
  put([record_page(state, found)], title, title);
}

/** @param {AbortSignal} signal @param {import('./navigation.js').Reason} reason */
async function show_start(signal, reason) {
  put([start_page()], '', reason === 'load' ? '' : '最初の画面');
  if (reason === 'load') focus_on_wide_screen();
  required('#catalogue').replaceChildren(catalogue(await reports(signal)));
}

/** @param {State} state @param {AbortSignal} signal @param {import('./navigation.js').Reason} reason */
function view(state, signal, reason) {
  if (state.record) return show_record(state, signal);
  return state.searching ? show_search(state, signal) : show_start(signal, reason);
}

/** @param {State} state @param {unknown} error */
function show_failure(state, error) {
  const place = state.searching || state.record ? null : document.getElementById('catalogue');
  const box = failure(state, error, () => navigation.refresh(), place ? 'h2' : 'h1');
  const title = box.querySelector('h1, h2')?.textContent ?? '';
  if (place) place.replaceChildren(box);
  else put([element('div', { class: 'results' }, chips(state, {}, new Map()), box)], title, title);
}

/**
 * Shows what the address bar says.
 * @param {import('./navigation.js').Reason} reason
 * @returns {Promise<boolean>} false if another view was asked for meanwhile.
 */
async function show(reason) {
  current.abort();
  const { signal } = (current = new AbortController());
  const state = read_state(location.search);
  show_query(state.q);
  required('#main').setAttribute('aria-busy', 'true');
  const waiting = setTimeout(show_waiting, PATIENCE_MS);
  try {
    await view(state, signal, reason);
  } catch (error) {
    if (signal.aborted) return false;
    show_failure(state, error);
  } finally {
    clearTimeout(waiting);
    if (!signal.aborted) end_waiting();
  }
  return !signal.aborted;
}

function show_waiting() {
  const main = required('#main');
  required('#progress').hidden = false;
  announce('検索しています');
  if (!main.querySelector('h1')) main.replaceChildren(element('p', { class: 'loading' }, '読み込んでいます…'));
}

function end_waiting() {
  required('#progress').hidden = true;
  required('#main').setAttribute('aria-busy', 'false');
}

const navigation = connect_navigation(show);
connect_search_box((q) => navigation.go(address(changed(read_state(location.search), { q }))));
