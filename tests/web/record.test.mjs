// The page of one record.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base_url, close, launch, open, search_answer, with_page } from './support/browser.mjs';

before(launch);
after(close);

/** A record of each kind that the corpus has. */
async function samples() {
  const kinds = ['initiative', 'example', 'standard', 'passage'];
  const answers = await Promise.all(kinds.map((kind) => search_answer({ kind, limit: '1' })));
  return answers.map(({ hits }) => hits[0]).filter(Boolean);
}

test('ShowsTheWholeTextsAndTheirSource', async () => {
  const records = await samples();
  assert.ok(records.length > 1);
  for (const record of records) {
    await with_page({ path: `?record=${encodeURIComponent(record.id)}` }, async (page) => {
      const main = await page.getByRole('main').innerText();
      const squeezed = main.replaceAll(/\s+/g, '');
      for (const text of [record.target, record.result].filter(Boolean)) {
        assert.ok(squeezed.includes(text.replaceAll(/\s+/g, '')), `${record.kind}: ${text}`);
      }
      assert.ok(main.includes(`${record.source.file} ${record.source.line}行目`));
      assert.ok(main.includes(record.source.title));
      assert.ok(main.includes(record.source.note ?? ''));
    });
  }
});

test('CopiesACitationAndALinkThatLeadsBackHere', async () => {
  const [record] = await samples();
  const permissions = ['clipboard-read', 'clipboard-write'];
  await with_page({ path: `?q=窓口&record=${encodeURIComponent(record.id)}`, permissions }, async (page) => {
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'リンクをコピー' }).click();
    await page.getByRole('button', { name: 'コピーしました' }).waitFor();
    const link = await clipboard();
    assert.equal(link, `${base_url}?record=${encodeURIComponent(record.id)}`);
    await page.getByRole('button', { name: '引用をコピー' }).click();
    await page.waitForFunction((before) => navigator.clipboard.readText().then((text) => text !== before), link);
    const citation = await clipboard();
    for (const part of [record.source.title, `${record.fiscal_year_label}（${record.fiscal_year}）`, `${record.source.line}行目`, link]) {
      assert.ok(citation.includes(part), `${part} in ${citation}`);
    }
    await open(page, link.slice(base_url.length));
    assert.ok((await page.getByRole('main').innerText()).includes(record.source.title));
  });
});

test('CopiesWithoutTheClipboardInterface', async () => {
  const [record] = await samples();
  const permissions = ['clipboard-read', 'clipboard-write'];
  await with_page({ path: `?record=${encodeURIComponent(record.id)}`, permissions }, async (page) => {
    await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error('plain HTTP')); });
    await page.getByRole('button', { name: 'リンクをコピー' }).click();
    await page.getByRole('button', { name: 'コピーしました' }).waitFor();
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).includes(encodeURIComponent(record.id)));
  });
});

test('LeadsToListsThatHoldTheRecord', async () => {
  const [record] = await samples();
  await with_page({ path: `?record=${encodeURIComponent(record.id)}` }, async (page) => {
    const related = page.getByRole('navigation', { name: '関連する一覧' }).getByRole('link');
    const hrefs = await related.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.ok(hrefs.length >= 2);
    for (const href of hrefs) {
      const { hits, total } = await search_answer({ ...parameters_of(href), limit: '200' });
      assert.ok(total > 200 || hits.some((hit) => hit.id === record.id), href);
    }
  });
});

/** @param {string} href  An address of the page in which no parameter is repeated. */
function parameters_of(href) {
  return Object.fromEntries(new URLSearchParams(href));
}

test('SaysWhyThereIsNoResult', async () => {
  const { hits } = await search_answer({ kind: 'initiative', limit: '200' });
  const labels = { omitted: '総括省略', missing: '記載なし' };
  const without = hits.filter((hit) => hit.result_status !== 'reported');
  assert.ok(without.length > 0, 'the sample corpus has no omitted or missing result any more');
  for (const record of without.slice(0, 3)) {
    await with_page({ path: `?record=${encodeURIComponent(record.id)}` }, async (page) => {
      await page.getByText(labels[record.result_status], { exact: true }).waitFor();
    });
  }
});

test('AnUnknownRecordIsToldFromAFault', () =>
  with_page({ path: '?record=no-such-record', expects_failures: true }, async (page) => {
    await page.getByRole('heading', { level: 1, name: 'この記録は見つかりませんでした' }).waitFor();
    await page.getByRole('link', { name: '最初の画面に戻る' }).click();
    await page.getByRole('heading', { level: 1, name: '区役所サービス向上の取組を探す' }).waitFor();
  }));
