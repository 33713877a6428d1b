// Searching: from the box to highlighted hits, and back through the history.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base_url, close, code_points, launch, number_in, open, search_answer, shown, with_page } from './support/browser.mjs';

before(launch);
after(close);

const searchbox = (page) => page.getByRole('searchbox', { name: '探したい言葉' });
const submit = (page) => page.getByRole('button', { name: '検索', exact: true }).click();

test('FindsWhatIsTypedAndCountsIt', () => with_page({}, async (page) => {
  await searchbox(page).fill('窓口');
  await submit(page);
  await page.getByRole('heading', { level: 1, name: '「窓口」の検索結果' }).waitFor();
  await shown(page);
  const expected = await search_answer({ q: '窓口' });
  assert.ok(expected.total > 0);
  assert.equal(number_in(await page.getByRole('heading', { level: 1 }).textContent()), expected.total);
  assert.equal(await page.getByRole('article').count(), expected.hits.length);
  assert.equal(new URL(page.url()).searchParams.get('q'), '窓口');
  assert.match(await page.title(), /「窓口」の検索結果/);
  assert.equal(number_in(await page.getByRole('status').textContent()), expected.total);
}));

test('MarksExactlyTheFoundWords', async () => {
  const expected = await search_answer({ q: '"窓口"' });
  const wanted = expected.hits.flatMap(({ snippets }) => [snippets.target, snippets.result])
    .filter(Boolean).flatMap(({ text, highlights }) => highlights.map((range) => code_points(text, range)));
  assert.ok(wanted.length > 0);
  assert.ok(wanted.every((word) => word === '窓口'));
  await with_page({ path: `?q=${encodeURIComponent('"窓口"')}` }, async (page) => {
    assert.deepEqual(await page.locator('mark').allTextContents(), wanted);
  });
});

test('ShowsTargetAndResultSideBySideOnlyWhereThereIsRoom', async () => {
  for (const [width, is_beside] of [[1280, true], [390, false]]) {
    await with_page({ path: '?q=窓口', viewport: { width, height: 900 } }, async (page) => {
      const hit = page.getByRole('article').filter({ hasText: '目標' }).first();
      const target = await hit.getByRole('heading', { name: '目標' }).boundingBox();
      const result = await hit.getByRole('heading', { name: '実施結果' }).boundingBox();
      assert.equal(Math.abs(target.y - result.y) < 2, is_beside, `at ${width} px`);
    });
  }
});

test('KeepsTheViewOnReloadAndGoesBackThroughTheHistory', () => with_page({ path: '?q=窓口' }, async (page) => {
  const heading = page.getByRole('heading', { level: 1 });
  await searchbox(page).fill('多言語');
  await submit(page);
  await page.getByRole('heading', { level: 1, name: '「多言語」' }).waitFor();
  await page.reload();
  await shown(page);
  assert.match(await heading.textContent(), /「多言語」/);
  assert.equal(await searchbox(page).inputValue(), '多言語');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: '「窓口」' }).waitFor();
  assert.equal(await searchbox(page).inputValue(), '窓口');
  await page.goForward();
  await page.getByRole('heading', { level: 1, name: '「多言語」' }).waitFor();
}));

test('ComesBackToTheHitThatWasOpened', () => with_page({ path: '?q=窓口' }, async (page) => {
  const link = page.getByRole('article').nth(3).getByRole('link').first();
  const title = await link.textContent();
  await link.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  assert.ok(place > 0);
  await link.click();
  await page.getByRole('link', { name: '検索結果に戻る' }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.getByRole('link', { name: '検索結果に戻る' }).click();
  await page.getByRole('heading', { level: 1, name: '「窓口」' }).waitFor();
  await page.waitForFunction((wanted) => scrollY === wanted, place);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), title);
}));

test('TurnsPages', async () => {
  const expected = await search_answer({ kind: 'initiative', offset: '20' });
  assert.ok(expected.total > 20);
  await with_page({ path: '?kind=initiative' }, async (page) => {
    const next = page.getByRole('link', { name: '次へ' });
    assert.equal(await next.getAttribute('rel'), 'next');
    await next.click();
    await page.getByRole('link', { name: '前へ' }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('offset'), '20');
    assert.equal(await page.getByRole('navigation', { name: 'ページ' }).locator('[aria-current="page"]').textContent(), 'ページ2');
    assert.equal(await page.getByRole('article').count(), expected.hits.length);
    assert.equal(await page.evaluate(() => scrollY), 0);
  });
});

test('SortsByYear', async () => {
  const expected = await search_answer({ q: '窓口', sort: 'year' });
  await with_page({ path: '?q=窓口' }, async (page) => {
    await page.getByRole('navigation', { name: '並べ替え' }).getByRole('link', { name: '新しい年度順' }).click();
    await page.locator('a[aria-current="true"]', { hasText: '新しい年度順' }).waitFor();
    const years = await page.locator('.hit .place span:nth-child(2)').allTextContents();
    assert.deepEqual(years, expected.hits.map((hit) => `${hit.fiscal_year_label}（${hit.fiscal_year}）`));
  });
});

test('SaysWhatElseWasSearchedAndCanSwitchItOff', async () => {
  const expected = await search_answer({ q: '多言語' });
  const strict = await search_answer({ q: '多言語', synonyms: 'off' });
  assert.ok(expected.expanded.length > 0, 'the sample query has no other spellings any more');
  await with_page({ path: '?q=多言語' }, async (page) => {
    const notes = page.getByRole('list', { name: '検索についてのお知らせ' });
    for (const { text } of expected.expanded) assert.ok((await notes.textContent()).includes(text));
    await notes.getByRole('link', { name: '入力した言葉だけで検索する' }).click();
    await page.getByRole('link', { name: /入力した言葉だけ.*この条件を外す/ }).waitFor();
    assert.equal(number_in(await page.getByRole('heading', { level: 1 }).textContent()), strict.total);
  });
});

test('OffersWhatWasProbablyMeantAndSaysHowTheWordsWereTaken', async () => {
  const note = 'すべての言葉を含むものがないため、言葉ごとに探しました。';
  const expanded = [{ word: 'はっけんき', text: '発券機' }, { word: '中原区', text: '区: 川崎市中原区' }];
  const prepare = (page) => page.route('**/api/v1/search?*', async (route) => {
    const json = await (await route.fetch()).json();
    const is_mistyped = new URL(route.request().url()).searchParams.get('q') === '窓ロ';
    await route.fulfill({ json: is_mistyped ? { ...json, did_you_mean: '窓口', notes: [note], expanded } : json });
  });
  await with_page({ path: '?q=窓ロ&sort=year', prepare }, async (page) => {
    const notes = page.getByRole('list', { name: '検索についてのお知らせ' });
    const lines = await notes.getByRole('listitem').allTextContents();
    assert.deepEqual(lines.slice(0, 2), ['もしかして：窓口', note]);
    assert.ok(lines.includes('「はっけんき」のほか、次の語でも探しました：「発券機」'), lines.join('\n'));
    assert.ok(lines.includes('「中原区」のほか、次の語でも探しました：「区: 川崎市中原区」'), lines.join('\n'));
    await notes.getByRole('link', { name: '窓口', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '「窓口」の検索結果' }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('sort'), 'year', 'the rest of the search stays');
  });
});

test('TakesNoMoreThanTheServerReadsBackOnReload', () => with_page({ expects_failures: true }, async (page) => {
  const longest = Number(await searchbox(page).getAttribute('maxlength'));
  await searchbox(page).fill('窓'.repeat(longest));
  await submit(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shown(page);
  const reloaded = await page.reload();
  assert.equal(reloaded.status(), 200);
  await shown(page);
}));

test('SaysHowAQueryWithSignsWasUnderstood', async () => {
  const q = '研修 -接遇';
  const { query } = await search_answer({ q });
  const notes = (page) => page.getByRole('list', { name: '検索についてのお知らせ' });
  await with_page({ path: `?q=${q}` }, async (page) => {
    assert.ok((await notes(page).textContent()).includes(query.interpretation));
    await open(page, '?q=窓口');
    assert.equal(await notes(page).count(), 0, 'a plain word needs no explanation');
  });
});

test('OffersExamplesAndTheReportsOnTheStartPage', async () => {
  const { reports } = await (await fetch(`${base_url}api/v1/reports?limit=200`)).json();
  await with_page({}, async (page) => {
    assert.equal(await page.locator('.reports tbody tr').count(), reports.length);
    for (const report of reports) assert.ok((await page.locator('.reports').textContent()).includes(report.title));
    const examples = await page.locator('.example').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    assert.ok(examples.length >= 5);
    for (const example of examples) {
      await open(page, example);
      assert.ok(await page.getByRole('article').count() > 0, `nothing found by the example ${decodeURIComponent(example)}`);
    }
  });
});

test('CountsOfTheCatalogueAreThoseOfTheListsBehindThem', () => with_page({}, async (page) => {
  const links = await page.locator('.reports td a').evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href'), text: link.textContent })));
  assert.ok(links.length > 0);
  for (const { href, text } of links) {
    await open(page, href);
    assert.equal(number_in(await page.getByRole('heading', { level: 1 }).textContent()), number_in(text), href);
  }
}));
