// The page of one record: whole texts, what is known of it, its source and how to cite it.

import { record_path } from './api.js';
import { citation, copy_button, record_url } from './citation.js';
import { element, icon } from './dom.js';
import { labels, place_line, report_link, source_note, texts } from './record_parts.js';
import { address, changed, read_state } from './state.js';
import { KINDS, record_title, ward_text, year_text } from './wording.js';

/** @typedef {import('./api.js').RecordJson} RecordJson */
/** @typedef {import('./state.js').State} State */

/** @param {State} state @param {RecordJson} record */
export function record_page(state, record) {
  return element('article', { class: 'record' },
    back_link(state),
    element('p', { class: 'eyebrow' }, KINDS[record.kind] ?? record.kind),
    element('h1', { class: 'page-title', id: 'view-title', tabindex: -1 }, record_title(record)),
    element('div', { class: 'hit-top' }, place_line(record), labels(record)),
    headings(record),
    texts(record, { target: whole(record.target ?? ''), result: whole(record.result ?? '') }, 'h2'),
    source_section(record),
    related(record));
}

/** @param {string} text @returns {import('./api.js').Snippet} */
function whole(text) {
  return { text, cut_before: false, cut_after: false, highlights: [] };
}

/** @param {State} state */
function back_link(state) {
  const list = { ...state, record: '' };
  return element('p', { class: 'back' }, element('a', { href: address(list), 'data-key': 'back' },
    icon('back'), state.searching ? '検索結果に戻る' : '最初の画面に戻る'));
}

/** The sections in which a passage stands. @param {RecordJson} record */
function headings(record) {
  if (record.headings.length === 0) return null;
  return element('ol', { class: 'headings', 'aria-label': '資料の中の場所' },
    record.headings.map((heading) => element('li', {}, heading)));
}

/** @param {RecordJson} record */
function source_section(record) {
  const { source } = record;
  const text = citation(record);
  const row = (name, value) => element('div', {}, element('dt', {}, name), element('dd', {}, value));
  return element('section', { class: 'panel' },
    element('h2', {}, '出典'),
    source_note(source.note),
    element('dl', { class: 'facts' },
      row('報告書', report_link(source.title || source.file, source.url)),
      row('区・年度', `${ward_text(record.ward)}　${year_text(record)}`),
      row('ファイル', `${source.file} ${source.line}行目`)),
    element('h3', {}, '引用の書き方'),
    element('p', { class: 'citation' }, text),
    element('div', { class: 'actions' },
      copy_button('引用をコピー', 'copy', text),
      copy_button('リンクをコピー', 'link', record_url(record.id)),
      element('a', { href: record_path(record.id), class: 'quiet-link' }, 'データ（JSON）')));
}

/** Ways to go on from here. @param {RecordJson} record */
function related(record) {
  const fresh = changed(read_state(''), { kind: record.kind });
  const ward = record.ward.code;
  const year = record.fiscal_year === null ? [] : [String(record.fiscal_year)];
  /** @type {[string, Partial<State>][]} */
  const rows = [[`${ward_text(record.ward)} ${year_text(record)}の一覧`, { ward: [ward], year }]];
  if (record.department) {
    rows.push([`${ward_text(record.ward)} ${record.department}の一覧`, { ward: [ward], department: [record.department] }]);
  }
  for (const scene of record.scenes) rows.push([`場面「${scene}」の一覧（すべての区）`, { scene: [scene] }]);
  return element('nav', { class: 'related', 'aria-label': '関連する一覧' },
    element('h2', {}, '関連する一覧'),
    element('ul', {}, rows.map(([label, filters]) => element('li', {}, element('a',
      { href: address({ ...fresh, ...filters }) }, label)))));
}
