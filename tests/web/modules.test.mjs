// The page's modules by themselves, in the browser that runs them; and its generated file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { close, launch, with_page } from './support/browser.mjs';
import { paths, used_tokens } from './vendor_tokens.mjs';

before(launch);
after(close);

/** What `name` of a module returns for each list of arguments. */
function results(module, name, all_arguments) {
  let values;
  return with_page({}, async (page) => {
    values = await page.evaluate(async ([file, called, calls]) => {
      const loaded = await import(new URL(file, document.baseURI).href);
      return calls.map((given) => loaded[called](...given));
    }, [module, name, all_arguments]);
  }).then(() => values);
}

test('SegmentsCutATextAtItsRanges', async () => {
  const cases = [
    { text: '窓口の案内', ranges: [], want: '窓口の案内' },
    { text: '窓口の案内', ranges: [[0, 2]], want: '[窓口]の案内' },
    { text: '窓口の案内', ranges: [[3, 5], [0, 2]], want: '[窓口]の[案内]' },
    { text: '窓口の案内', ranges: [[0, 3], [2, 4]], want: '[窓口の][案]内' },
    { text: '窓口の案内', ranges: [[3, 99]], want: '窓口の[案内]' },
    { text: '窓口の案内', ranges: [[7, 9]], want: '窓口の案内' },
    { text: '𠮷田さんの窓口', ranges: [[5, 7]], want: '𠮷田さんの[窓口]' },
    { text: '', ranges: [[0, 1]], want: '' },
  ];
  const got = await results('highlight.js', 'segments', cases.map(({ text, ranges }) => [text, ranges]));
  const written = got.map((parts) => parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(''));
  assert.deepEqual(written, cases.map(({ want }) => want));
});

test('PagesAreListedWithTheirNeighboursAndEnds', async () => {
  const cases = [
    { current: 0, page_count: 2, want: [0, 1] },
    { current: 0, page_count: 9, want: [0, 1, null, 8] },
    { current: 4, page_count: 9, want: [0, null, 3, 4, 5, null, 8] },
    { current: 8, page_count: 9, want: [0, null, 7, 8] },
  ];
  const got = await results('results.js', 'shown_pages', cases.map((row) => [row.current, row.page_count]));
  assert.deepEqual(got, cases.map(({ want }) => want));
});

test('AnAddressReadAndWrittenAgainIsTheSame', async () => {
  const addresses = ['?q=%E7%AA%93%E5%8F%A3', '?q=a&ward=141313&ward=141330&year=2020&scene=x&department=y&sort=year',
    '?kind=initiative', '?kind=standard', '?q=a&field=target&synonyms=off&offset=40', '?q=a&record=r1', '?record=r1'];
  const states = await results('state.js', 'read_state', addresses.map((text) => [text]));
  assert.deepEqual(await results('state.js', 'address', states.map((state) => [state])), addresses);
});

test('WhatIsNotOursInAnAddressIsLeftOut', async () => {
  const cases = [['?q=%20a%20&utm_source=x', '?q=a'], ['?offset=-5', './'], ['?q=a&ward=&ward=b&ward=b', '?q=a&ward=b'], ['', './']];
  const states = await results('state.js', 'read_state', cases.map(([text]) => [text]));
  const got = await results('state.js', 'address', states.map((state) => [state]));
  assert.deepEqual(got, cases.map(([, want]) => want));
});

test('TheVendoredTokensAreThoseThatTheStyleUses', () => {
  assert.equal(readFileSync(paths.tokens, 'utf8'), used_tokens(readFileSync(paths.style, 'utf8')));
});
