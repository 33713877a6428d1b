#!/usr/bin/env python3
"""Made-up initiatives as JSON Lines, for measuring how grouping grows.

    generate.py 100000 [--seed 1] > records.jsonl

The same number and seed give the same lines. A practice is a thing, what is
done with it and what for; few are everywhere, many in a handful of departments. Every record has a
sentence of politeness beside them.
"""

import argparse
import json
import random

THINGS = """番号発券機 翻訳機 案内板 案内図 記載台 待合椅子 授乳室 絵本コーナー ローカウンター 相談室 呼出表示
掲示板 情報コーナー 配架棚 点字案内 筆談ボード 手話通訳 耳マーク 空気清浄機 消毒液 記入例 手引き チェックリスト
応対記録 引継ぎ簿 予約制 電子申請 キャッシュレス決済 メール配信 広報紙 動画 ホームページ 出張窓口 夜間窓口 総合案内
案内係 朝礼 勉強会 接遇研修 防災訓練 避難所名簿 見守り活動 清掃活動 花壇 駐輪場 駐車場 手すり スロープ 自動ドア
照明 掲示物 書庫 会議録 電話回線 留守番電話 よくある質問 アンケート 意見箱 苦情記録 個人情報台帳 施錠点検 名札
多言語案内 やさしい日本語 子育て相談 健康相談 巡回相談 訪問相談 就労相談 申請書 通知文 封筒 地図 看板 放送設備
マイナンバーカード窓口 証明書発行機 順番表示 混雑情報 庁内連絡会 職員名簿 業務手順書 研修記録 苗木配布 古紙回収
公園遊具 道路補修 街路灯 水路点検 図書貸出 講座 展示 地域行事 町内会連携 学校連携 商店街連携 福祉団体連携 障害者雇用
食育教室 体操教室 歯科指導 予防接種 検診案内 乳児訪問 介護予防 認知症講座 生活支援 家計相談 納付相談 口座振替
督促文 減免案内 税証明 戸籍証明 住所変更 転入案内 転出案内 外国人登録 選挙啓発 統計調査 防犯灯 交通安全教室""".split()
KINDS = """窓口の 待合の 庁舎入口の 一階の 子育て世帯向けの 高齢者向けの 外国人向けの 電話の 夜間の 休日の
支所の 出張所の 地区ごとの 月ごとの 年度初めの 繁忙期の 新しい 見やすい 大型の 持ち運べる""".split()
DOINGS = """導入しました 増やしました 作り直しました 配布しました 設置しました 更新しました 点検しました 公開しました
開始しました 拡充しました 統一しました 掲示しました 見直しました 共有しました 実施しました 貸し出しました
移しました 広げました 試行しました 周知しました""".split()
AIMS = """待ち時間を減らすため 迷わずに来られるよう 安心して相談できるよう 手続を短くするため 誤りを防ぐため
誰にでも伝わるよう 気持ちよく過ごせるよう 声を業務に生かすため 災害に備えるため 職員の知識をそろえるため
利用を増やすため 費用を抑えるため 混雑を分けるため 感染を防ぐため 地域のつながりを育てるため""".split()
MANNERS = """丁寧な応対に努めました 親切で分かりやすい説明を心がけました 迅速で的確な事務を行いました
区民の立場に立って業務を進めました 関係する課と連携しました 笑顔であいさつを行いました
職員全員で取り組みました 引き続き改善に努めます 適切に対応しました 信頼される窓口を目指しました""".split()
SECTIONS = """区民課 保険年金課 総務課 企画課 地域振興課 児童家庭課 高齢福祉課 障害福祉課 生活支援課 衛生課
健康推進課 税務課 道路公園課 建築課 環境課 生涯学習課 危機管理課 戸籍課 収納課 広報課""".split()
# Wards of several cities, by their codes of the national list.
WARDS = [("141313", "川崎区"), ("141321", "幸区"), ("141330", "中原区"), ("141348", "高津区"),
         ("141356", "多摩区"), ("141364", "宮前区"), ("141372", "麻生区")]
FIRST_YEAR = 2000


def practices(count, random_source):
    """So many things with what is done to them and why; a few more for every further record."""
    number = 20 + int(4 * count ** 0.5)
    return [(random_source.choice(KINDS), random_source.choice(THINGS),
             random_source.choice(DOINGS), random_source.choice(AIMS)) for _ in range(number)]


def sentence(pool, random_source):
    """One of the practices, the first ones most often, not always told in full."""
    kind, thing, doing, aim = pool[int(len(pool) * random_source.random() ** 2.5)]
    if random_source.random() < 0.3:
        aim = random_source.choice(AIMS)
    if random_source.random() < 0.3:
        kind = random_source.choice(KINDS + [""])
    if random_source.random() < 0.2:
        doing = random_source.choice(DOINGS)
    return f"{aim}、{kind}{thing}を{doing}。"


def record(number, pool, random_source):
    code, ward = WARDS[number % len(WARDS)]
    year = FIRST_YEAR + number // len(WARDS) % 20
    section = random_source.choice(SECTIONS)
    texts = [sentence(pool, random_source) for _ in range(random_source.choice((1, 1, 2, 2, 3)))]
    target = "".join(texts[:1]).replace("しました。", "します。") + random_source.choice(MANNERS) + "。"
    result = "".join(texts) + random_source.choice(MANNERS) + "。"
    return {
        "id": f"{code}-{year}-i-{number:08d}-1", "kind": "initiative",
        "ward": {"code": code, "name": ward, "municipality": "川崎市"},
        "fiscal_year": year, "fiscal_year_label": None, "department": f"{section}",
        "department_raw": f"{section}", "number": 1, "scenes": [], "target": target, "result": result,
        "result_status": "reported", "scope": None, "role": None, "headings": [],
        "source": {"file": "made-up.txt", "line": number + 1, "title": "", "url": None, "note": None}}


def main():
    parser = argparse.ArgumentParser(description="Made-up initiatives as JSON Lines.")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    random_source = random.Random(arguments.seed)
    pool = practices(arguments.count, random_source)
    for number in range(arguments.count):
        print(json.dumps(record(number, pool, random_source), ensure_ascii=False))


if __name__ == "__main__":
    main()
