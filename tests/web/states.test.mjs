// What the page shows when there is nothing to show, when something is wrong, and while it waits.
// Faults of the server are played by changing its answers on their way.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { close, launch, number_in, search_answer, shown, with_page } from './support/browser.mjs';

before(launch);
after(close);

const SEARCH = '**/api/v1/search?*';
const heading = (page, name) => page.getByRole('heading', { name });

test('NothingFoundHelpsOn', async () => {
  const [ward] = (await search_answer({ q: '窓口' })).facets.ward;
  await with_page({ path: `?q=窓口 ぬるぬるぽよぽよ&ward=${ward.value}` }, async (page) => {
    await heading(page, '取組は見つかりませんでした').waitFor();
    assert.match(await page.getByRole('main').innerText(), /言葉の数を減らして/);
    assert.ok((await page.getByRole('list', { name: '選択中の条件' }).innerText()).includes(ward.label),
      'a filter is called by its name also when nothing is found');
    await page.getByRole('link', { name: '絞り込みの条件をすべて外す' }).click();
    await page.waitForURL((url) => !url.searchParams.has('ward'));
  });
});

test('OtherKindsAreOfferedWhenOneHasNothing', async () => {
  const { kinds } = await search_answer({ q: '窓口', year: '2024' });
  assert.equal(kinds.initiative, 0);
  const other = kinds.standard > 0 ? ['基準', kinds.standard] : ['資料', kinds.passage];
  await with_page({ path: '?q=窓口&year=2024' }, async (page) => {
    const link = page.getByRole('link', { name: `${other[0]}で見つかった` });
    assert.equal(number_in(await link.textContent()), other[1]);
    await link.click();
    await page.getByRole('article').first().waitFor();
  });
});

test('AFilterThatDoesNotExistIsNamedAndCanBeTakenAway', () =>
  with_page({ path: '?q=窓口&ward=架空区', expects_failures: true }, async (page) => {
    await heading(page, '区「架空区」は指定できません').waitFor();
    await page.getByRole('link', { name: '区の指定を外して検索する' }).click();
    await heading(page, '「窓口」の検索結果').waitFor();
  }));

test('AYearThatCannotBeReadIsNamed', () =>
  with_page({ path: '?q=窓口&year=いつか', expects_failures: true }, async (page) => {
    await heading(page, '年度「いつか」は指定できません').waitFor();
  }));

test('APageBehindTheLastOneLeadsToTheFirst', () =>
  with_page({ path: '?q=窓口&offset=9000' }, async (page) => {
    await page.getByRole('link', { name: '最初のページを表示する' }).click();
    await page.getByRole('article').first().waitFor();
  }));

test('AServerThatIsGoneIsToldAndAskedAgain', () => {
  let is_gone = true;
  const prepare = (page) => page.route(SEARCH, (route) => (is_gone ? route.abort() : route.continue()));
  return with_page({ path: '?q=窓口', prepare, expects_failures: true }, async (page) => {
    await heading(page, '検索サーバーにつながりません').waitFor();
    is_gone = false;
    await page.getByRole('button', { name: 'もう一度試す' }).click();
    await heading(page, '「窓口」の検索結果').waitFor();
  });
});

const FAILURES = [
  { name: 'busy', status: 503, title: 'ただいま検索できません' },
  { name: 'too many requests', status: 429, title: 'ただいま検索できません' },
  { name: 'own mistake', status: 500, title: '検索中に問題が起きました' },
  { name: 'a proxy without JSON', status: 502, title: '検索中に問題が起きました', body: '<h1>Bad Gateway</h1>' },
  { name: 'not JSON', status: 200, title: '検索中に問題が起きました', body: '<!doctype html>' },
];

for (const { name, status, title, body = '{}' } of FAILURES) {
  test(`AFailureIsShownInPlainWords: ${name}`, () => {
    const prepare = (page) => page.route(SEARCH, (route) => route.fulfill({ status, body }));
    return with_page({ path: '?q=窓口', prepare, expects_failures: true }, async (page) => {
      await heading(page, title).waitFor();
      assert.equal(await page.getByRole('button', { name: 'もう一度試す' }).isVisible(), true);
    });
  });
}

test('WaitingIsShownAndSaid', () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const prepare = (page) => page.route(SEARCH, async (route) => { await held; await route.continue(); });
  return with_page({ prepare }, async (page) => {
    await page.locator('#q').fill('窓口');
    await page.keyboard.press('Enter');
    await page.locator('#progress').waitFor();
    assert.equal(await page.getByRole('main').getAttribute('aria-busy'), 'true');
    assert.equal(await page.getByRole('status').textContent(), '検索しています');
    release();
    await heading(page, '「窓口」の検索結果').waitFor();
    assert.equal(await page.locator('#progress').isVisible(), false);
    assert.equal(await page.getByRole('main').getAttribute('aria-busy'), 'false');
  });
});

test('ALateAnswerDoesNotReplaceANewerOne', () => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const is_slow = (url) => url.searchParams.get('q') === '窓口';
  const prepare = (page) => page.route(is_slow, async (route) => {
    if (!route.request().url().includes('api/v1')) return route.continue();
    await held;
    return route.continue().catch(() => {});  // The page has given the request up.
  });
  return with_page({ prepare }, async (page) => {
    const is_late = (request) => is_slow(new URL(request.url())) && request.url().includes('api/v1');
    const over = Promise.race(['requestfinished', 'requestfailed'].map((name) =>
      page.waitForEvent(name, { predicate: is_late })));
    for (const q of ['窓口', '多言語']) {
      await page.locator('#q').fill(q);
      await page.keyboard.press('Enter');
    }
    await heading(page, '「多言語」の検索結果').waitFor();
    release();
    await over;
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    assert.match(await page.getByRole('heading', { level: 1 }).textContent(), /「多言語」/);
  });
});

test('TextIsNeverReadAsMarkupAndRangesCountCodePoints', () => {
  const text = '𠮷野<img src=x onerror=alert(1)>窓口&amp;終';
  const begin = Array.from(text).indexOf('窓');
  const prepare = (page) => page.route(SEARCH, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    const snippet = { text, cut_before: false, cut_after: false, highlights: [[begin, begin + 2]] };
    json.hits = [{ ...json.hits[0], target: text, department: '<b>課</b>', snippets: { target: snippet, result: snippet } }];
    json.notes = ['<script>alert(1)</script>'];
    await route.fulfill({ response, json });
  });
  return with_page({ path: '?q=窓口', prepare }, async (page) => {
    assert.equal(await page.locator('.words').first().textContent(), text);
    assert.equal(await page.locator('mark').first().textContent(), '窓口');
    assert.equal(await page.locator('.hit b, .hit img, main script').count(), 0);
    assert.match(await page.getByRole('list', { name: '検索についてのお知らせ' }).textContent(), /<script>alert/);
  });
});

test('AddressesThatAreNotOfTheWebDoNotBecomeLinks', () => {
  const prepare = (page) => page.route(SEARCH, async (route) => {
    const response = await route.fetch();
    const json = await response.json();
    json.hits = ['javascript:alert(1)', 'https://www.example.jp/a.pdf'].map((url, i) => (
      { ...json.hits[i], source: { ...json.hits[i].source, url } }));
    await route.fulfill({ response, json });
  });
  return with_page({ path: '?q=窓口', prepare }, async (page) => {
    assert.deepEqual(await page.locator('.source a').evaluateAll((links) => links.map((link) => link.href)),
      ['https://www.example.jp/a.pdf']);
  });
});

test('WithoutScriptsThePageSaysWhatItIs', () =>
  with_page({ javaScriptEnabled: false }, async (page) => {
    const main = await page.getByRole('main').innerText();
    assert.match(main, /JavaScriptが必要です/);
    assert.match(await page.getByRole('link', { name: '収録している報告書' }).getAttribute('href'), /^api\/v1\/reports\?limit=200$/);
  }));
