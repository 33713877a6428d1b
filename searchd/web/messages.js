// What is shown instead of results: nothing found, and what went wrong, each with a way on.

import { ApiError } from './api.js';
import { element } from './dom.js';
import { FILTERS, address, changed, has_filters, read_state, without_filters } from './state.js';
import { FILTER_LABELS, KINDS, count_text } from './wording.js';

/** @typedef {import('./state.js').State} State */
/** @typedef {import('./api.js').SearchAnswer} SearchAnswer */

/** Parameters other than the filters, as this page calls them. */
const PARAMETER_LABELS = {
  ...FILTER_LABELS, q: '探したい言葉', kind: '種類', field: '検索する欄', sort: '並べ替え',
  synonyms: '類義語の扱い', offset: 'ページ', limit: '表示件数',
};

/** @param {State} state @param {SearchAnswer} answer */
export function nothing_found(state, answer) {
  if (answer.total > 0) {
    return message({ title: 'このページには表示するものがありません',
      text: `見つかったのは全部で${count_text(answer.total)}です。`,
      ways: [link(changed(state, {}), '最初のページを表示する')] }, 'h2');
  }
  const ways = [];
  if (has_filters(state)) ways.push(link(without_filters(state), '絞り込みの条件をすべて外す'));
  for (const [kind, label] of Object.entries(KINDS)) {
    const count = answer.kinds[kind] ?? 0;
    if (kind !== state.kind && count > 0) {
      ways.push(link(changed(state, { kind }), `${label}で見つかった${count_text(count)}を表示する`));
    }
  }
  if (state.synonyms !== 'on') ways.push(link(changed(state, { synonyms: 'on' }), '類義語も含めて検索する'));
  const hints = ['文字の誤りがないか確かめてください。'];
  if (/[\s　]/.test(state.q)) hints.push('言葉の数を減らしてください。どちらかを含めばよいときは「OR」で区切ります。');
  hints.push('別の言い方やかなでの書き方も試してください。');
  return message({ title: `${KINDS[state.kind] ?? ''}は見つかりませんでした`, hints, ways }, 'h2');
}

/**
 * @param {State} state
 * @param {unknown} error
 * @param {() => void} retry
 * @param {string} heading  The heading element: h1 if the message is the whole view.
 */
export function failure(state, error, retry, heading) {
  if (!(error instanceof ApiError)) throw error;
  const box = message(known_failure(state, error, retry), heading);
  const details = [error.status > 0 ? `HTTP ${error.status}` : '', error.message, error.hint];
  box.append(element('details', { class: 'error-details' }, element('summary', {}, '管理者向けの情報'),
    element('p', { lang: 'en' }, details.filter(Boolean).join(' — '))));
  return box;
}

/**
 * @typedef {object} Message
 * @property {string} title
 * @property {string} [text]
 * @property {string[]} [hints]
 * @property {HTMLElement[]} ways  Links and buttons that lead on.
 */

/** @param {State} state @param {ApiError} error @param {() => void} retry @returns {Message} */
function known_failure(state, error, retry) {
  const home = link(read_state(''), '最初の画面に戻る');
  if (error.status === 404 && state.record) {
    return { title: 'この記録は見つかりませんでした',
      text: 'リンクが古いか、報告書が差し替えられた可能性があります。言葉で探し直してください。', ways: [home] };
  }
  if (error.type === 'target-too-long' || error.parameter === 'q') {
    return { title: '探したい言葉を読み取れませんでした', text: '言葉を短くするか、数を減らしてください。', ways: [home] };
  }
  if (error.status === 400) return bad_parameter(state, error, home);
  if (error.status === 0) {
    return { title: '検索サーバーにつながりません',
      text: 'ネットワークを確かめて、もう一度試してください。続くときは管理者に連絡してください。', ways: [retry_button(retry)] };
  }
  if (error.status === 429 || error.status === 503) {
    return { title: 'ただいま検索できません',
      text: '混み合っているか、検索用データの準備中です。少し待ってから、もう一度試してください。', ways: [retry_button(retry)] };
  }
  return { title: '検索中に問題が起きました',
    text: 'もう一度試してください。続くときは、下の情報を添えて管理者に連絡してください。', ways: [retry_button(retry)] };
}

/** @param {State} state @param {ApiError} error @param {HTMLElement} home @returns {Message} */
function bad_parameter(state, error, home) {
  const name = error.parameter;
  const label = PARAMETER_LABELS[name] ?? name;
  const plain = read_state('')[name];
  if (plain === undefined) {
    return { title: '検索の条件を読み取れませんでした', text: '条件を変えて、もう一度検索してください。', ways: [home] };
  }
  const given = [state[name]].flat().join('、');
  const is_filter = FILTERS.some((filter) => filter === name);
  return {
    title: `${label}「${given}」は指定できません`,
    text: is_filter ? '書き方に誤りがあるか、収録している報告書にありません。' : 'リンクの書き方に誤りがあります。',
    ways: [link(changed(state, { [name]: plain }), `${label}の指定を外して検索する`), home],
  };
}

/** @param {Message} content @param {string} heading */
function message({ title, text = '', hints = [], ways }, heading) {
  return element('section', { class: 'message' },
    element(heading, { class: 'message-title', id: heading === 'h1' ? 'view-title' : null, tabindex: -1 }, title),
    text && element('p', {}, text),
    hints.length > 0 && element('ul', { class: 'hints' }, hints.map((hint) => element('li', {}, hint))),
    ways.length > 0 && element('ul', { class: 'ways' }, ways.map((way) => element('li', {}, way))));
}

/** @param {State} target @param {string} text */
function link(target, text) {
  return element('a', { href: address(target) }, text);
}

/** @param {() => void} retry */
function retry_button(retry) {
  const button = element('button', { type: 'button', class: 'button button-primary' }, 'もう一度試す');
  button.addEventListener('click', retry);
  return button;
}
