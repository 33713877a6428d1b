// The list of hits: what was found, the notes of the search, the hits, the pages.

import { citation, copy_button } from './citation.js';
import { element, hidden_text, icon } from './dom.js';
import { labels, place_line, source_line, source_note, texts as record_texts } from './record_parts.js';
import { address, changed, has_filters } from './state.js';
import { KINDS, SORTS, count_text, record_title } from './wording.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./api.js').SearchAnswer} SearchAnswer */
/** @typedef {import('./api.js').Hit} Hit */

/** What is listed, and how much of it. @param {State} state @param {SearchAnswer} answer */
export function result_title(state, answer) {
  const all = has_filters(state) ? '条件に合うものの一覧' : 'すべての一覧';
  const subject = state.q ? `「${state.q}」の検索結果` : all;
  return { subject, count: `${KINDS[state.kind] ?? ''} ${count_text(answer.total)}`.trim() };
}

/** @param {State} state @param {SearchAnswer} answer */
export function kind_tabs(state, answer) {
  const tabs = Object.entries(KINDS).map(([kind, label]) =>
    element('li', {}, element('a', {
      href: address(changed(state, { kind })),
      class: 'tab',
      'data-key': `kind:${kind}`,
      'aria-current': kind === state.kind ? 'true' : null,
    }, label, element('span', { class: 'count' }, count_text(answer.kinds[kind] ?? 0)))));
  return element('nav', { class: 'tabs', 'aria-label': '種類' }, element('ul', {}, tabs));
}

/** @param {State} state */
export function sort_links(state) {
  const links = Object.entries(SORTS).map(([sort, label]) =>
    element('li', {}, element('a', {
      href: address(changed(state, { sort })),
      'data-key': `sort:${sort}`,
      'aria-current': sort === state.sort ? 'true' : null,
    }, label)));
  return element('nav', { class: 'sort', 'aria-label': '並べ替え' },
    element('span', { class: 'sort-label', 'aria-hidden': 'true' }, '並べ替え'),
    element('ul', {}, links));
}

/**
 * What the search did beyond or short of what was typed: a query that was probably meant, what was
 * ignored or taken word by word, and what was searched besides (other words, readings, attributes).
 * @param {State} state
 * @param {SearchAnswer} answer
 */
export function search_notes(state, answer) {
  const lines = [];
  const { interpretation } = answer.query;
  if (answer.did_you_mean) {
    const better = changed(state, { q: answer.did_you_mean });
    lines.push(element('li', { class: 'did-you-mean' }, 'もしかして：',
      element('a', { href: address(better), 'data-key': 'did-you-mean' }, answer.did_you_mean)));
  }
  for (const note of answer.notes) lines.push(element('li', {}, note));
  if (interpretation && interpretation !== `「${state.q}」を含む`) {
    lines.push(element('li', {}, `検索条件：${interpretation}`));
  }
  const others = grouped(answer.expanded);
  for (const [word, texts] of others) {
    lines.push(element('li', {}, `「${word}」のほか、次の語でも探しました：${texts.map((text) => `「${text}」`).join('')}`));
  }
  if (others.size > 0) {
    const plain = changed(state, { synonyms: 'off' });
    lines.push(element('li', {},
      element('a', { href: address(plain), 'data-key': 'synonyms' }, '入力した言葉だけで検索する')));
  }
  return lines.length === 0 ? null : element('ul', { class: 'notes', 'aria-label': '検索についてのお知らせ' }, lines);
}

/** @param {{word: string, text: string}[]} expanded @returns {Map<string, string[]>} */
function grouped(expanded) {
  const words = new Map();
  for (const { word, text } of expanded) {
    if (text !== word) words.set(word, [...(words.get(word) ?? []), text]);
  }
  return words;
}

/** @param {State} state @param {SearchAnswer} answer */
export function hit_list(state, answer) {
  return element('ol', { class: 'hits', start: answer.offset + 1 },
    answer.hits.map((hit) => element('li', {}, hit_card(state, hit))));
}

/** @param {State} state @param {Hit} hit */
function hit_card(state, hit) {
  const title = record_title(hit);
  return element('article', { class: 'hit' },
    element('div', { class: 'hit-top' }, place_line(hit), labels(hit)),
    element('h2', { class: 'hit-title' },
      element('a', { href: address({ ...state, record: hit.id }), 'data-key': `hit:${hit.id}` }, title)),
    record_texts(hit, hit.snippets, 'h3'),
    element('div', { class: 'hit-source' },
      element('div', { class: 'hit-source-lines' }, source_line(hit), source_note(hit.source.note)),
      copy_button('引用をコピー', 'copy', citation(hit), title)));
}

/** Links to the pages of hits; nothing if there is one page. @param {State} state @param {SearchAnswer} answer */
export function paging(state, answer) {
  const page_count = Math.ceil(answer.total / answer.limit);
  if (page_count < 2) return null;
  const current = Math.floor(answer.offset / answer.limit);
  const href = (page) => address({ ...changed(state, {}), offset: page * answer.limit });
  const step = (page, rel, content) => (page < 0 || page >= page_count ? null
    : element('li', {}, element('a', { href: href(page), rel, class: 'page-step', 'data-key': `page:${rel}` }, content)));
  const pages = shown_pages(current, page_count).map((page) => (page === null
    ? element('li', { class: 'page-gap' }, '…')
    : element('li', {}, element('a', {
      href: href(page), class: 'page', 'data-key': `page:${page}`, 'aria-current': page === current ? 'page' : null,
    }, hidden_text('ページ'), page + 1))));
  return element('nav', { class: 'paging', 'aria-label': 'ページ' }, element('ul', {},
    step(current - 1, 'prev', [icon('back'), '前へ']), pages, step(current + 1, 'next', ['次へ', icon('next')])));
}

/**
 * Numbers of the pages to link, from 0: the ends, the current one and its neighbours; null is a gap.
 * @param {number} current
 * @param {number} page_count
 * @returns {(number|null)[]}
 */
export function shown_pages(current, page_count) {
  const wanted = [0, current - 1, current, current + 1, page_count - 1];
  const pages = [...new Set(wanted)].filter((page) => page >= 0 && page < page_count).sort((a, b) => a - b);
  return pages.flatMap((page, i) => (i > 0 && page - pages[i - 1] > 1 ? [null, page] : [page]));
}
