#include "analysis/spelling_family.h"

#include "tests/analysis/shared_lexicon.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::analysis {
namespace {

struct KeyCase {
  const char* name;
  InflectedWord word;
  std::string_view want;
};
std::ostream& operator<<(std::ostream& out, const KeyCase& row) {
  return out << row.word.surface;
}

class FamilyKeyTest : public ::testing::TestWithParam<KeyCase> {};

TEST_P(FamilyKeyTest, IsSkeletonAndReading) {
  EXPECT_EQ(family_key(GetParam().word), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    Table, FamilyKeyTest,
    ::testing::Values(
        KeyCase{"Noun", {"問合せ", "問合せ", "トイアワセ", ""}, "問合+トイアワセ"},
        KeyCase{
            "GodanEuphonic", {"取り組ん", "取り組む", "トリクン", "五段・マ行"}, "取組+トリクミ"},
        KeyCase{
            "GodanBase", {"申し込む", "申し込む", "モウシコム", "五段・マ行"}, "申込+モウシコミ"},
        KeyCase{"GodanGa", {"引き継い", "引き継ぐ", "ヒキツイ", "五段・ガ行"}, "引継+ヒキツギ"},
        KeyCase{"GodanSa", {"貸し出さ", "貸し出す", "カシダサ", "五段・サ行"}, "貸出+カシダシ"},
        KeyCase{"GodanWa", {"行っ", "行う", "オコナッ", "五段・ワ行促音便"}, "行+オコナイ"},
        KeyCase{"GodanKa", {"行っ", "行く", "イッ", "五段・カ行促音便"}, "行+イキ"},
        KeyCase{
            "Ichidan", {"問い合わせれ", "問い合わせる", "トイアワセレ", "一段"}, "問合+トイアワセ"},
        KeyCase{"Suru", {"対し", "対する", "タイシ", "サ変・−スル"}, "対+タイシ"},
        KeyCase{"Zuru", {"応じ", "応ずる", "オウジ", "サ変・−ズル"}, "応+オウジ"},
        KeyCase{"Kuru", {"来", "来る", "コ", "カ変・来ル"}, "来+キ"},
        KeyCase{"KuruBase", {"来る", "来る", "クル", "カ変・来ル"}, "来+キ"},
        KeyCase{"Adjective", {"高かっ", "高い", "タカカッ", "形容詞・アウオ段"}, "高+タカイ"},
        KeyCase{"NounWithoutOkurigana", {"係", "係", "カカリ", ""}, "係+カカリ"},
        KeyCase{"ItsVerb", {"係る", "係る", "カカル", "五段・ラ行"}, "係リ+カカリ"},
        KeyCase{"ItsVerbInflected", {"係っ", "係る", "カカッ", "五段・ラ行"}, "係リ+カカリ"},
        KeyCase{"ItsVerbIchidan", {"掛け", "掛ける", "カケ", "一段"}, "掛ケ+カケ"},
        KeyCase{"ItsVerbWithoutKana", {"帯び", "帯びる", "オビ", "一段"}, "帯ビ+オビ"},
        KeyCase{"NounWithOkurigana", {"係り", "係り", "カカリ", ""}, "係リ+カカリ"},
        KeyCase{"UnidicVerb", {"取り組み", "取り組む", "トリクミ", "五段-マ行"}, "取組+トリクミ"},
        KeyCase{"UnidicIchidan",
                {"受け付け", "受け付ける", "ウケツケ", "下一段-カ行"},
                "受付+ウケツケ"},
        KeyCase{"KanaVerb", {"わかっ", "わかる", "ワカッ", "五段・ラ行"}, "ワカリ"},
        KeyCase{"VerbWithoutStem", {"ろ", "る", "ロ", "一段"}, "ル"},
        KeyCase{"KatakanaWord", {"サーバー", "サーバー", "サーバー", ""}, "サーバ"},
        KeyCase{"ShortKatakana", {"コピー", "コピー", "コピー", ""}, "コピー"},
        KeyCase{"Vu", {"ヴィーガン", "ヴィーガン", "", ""}, "ビーガン"},
        KeyCase{"Latin", {"iso", "iso", "", ""}, "iso"},
        KeyCase{"KanjiWithoutReading", {"麤", "麤", "", ""}, "麤"},
        KeyCase{"Sign", {"。", "。", "。", ""}, "。"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(FamilyKeyOfSpellingTest, TakesTheReadingThatIsGiven) {
  EXPECT_EQ(family_key("問い合わせ", "トイアワセ"), "問合+トイアワセ");
  EXPECT_EQ(family_key("eラーニング", "イーラーニング"), "eラーニング");
}

TEST(JoinedFamilyTest, IsTheSameHoweverWordsAreParted) {
  EXPECT_EQ(joined_family("待時間+マチジカン"), "待時間+マチジカン");
  EXPECT_EQ(joined_family("待+マチ 時間+ジカン"), "待時間+マチジカン");
  EXPECT_EQ(joined_family("サービス 課+カ"), "課+サービスカ");
  EXPECT_EQ(joined_family("web 会議+カイギ"), "web会議+webカイギ");
  EXPECT_EQ(joined_family(""), "+");
}

TEST(InflectedReadingTest, PutsTheEndingOfTheSurface) {
  EXPECT_EQ(inflected_reading({"取組ん", "取組む", "", "五段・マ行"}, "トリクミ"), "トリクン");
  EXPECT_EQ(inflected_reading({"問合わせれ", "問合わせる", "", "一段"}, "トイアワセ"),
            "トイアワセレ");
  EXPECT_EQ(inflected_reading({"問合せ", "問合せ", "", ""}, "トイアワセ"), "トイアワセ");
}

// All spellings of a row are one word with one key in running text.
struct Family {
  const char* name;
  std::string_view before;
  std::vector<std::string_view> spellings;
  std::string_view after;
};
std::ostream& operator<<(std::ostream& out, const Family& row) {
  return out << row.name;
}

class SpellingFamilyTest : public ::testing::TestWithParam<Family> {};

TEST_P(SpellingFamilyTest, IsOneTokenWithOneKeyInASentence) {
  const Family& row = GetParam();
  Analyzer analyzer = make_analyzer();
  std::string first_key;
  for (const std::string_view spelling : row.spellings) {
    const std::string text =
        std::string(row.before) + std::string(spelling) + std::string(row.after);
    SCOPED_TRACE(text);
    std::string key;
    const std::vector<Token> tokens = analyzer.analyze(text).tokens;
    for (const Token& token : tokens) {
      if (token.source == ByteRange{row.before.size(), row.before.size() + spelling.size()}) {
        key = token.family;
      }
    }
    ASSERT_FALSE(key.empty()) << "not one token: " << joined_surfaces(tokens);
    first_key = first_key.empty() ? key : first_key;
    EXPECT_EQ(key, first_key);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Nouns, SpellingFamilyTest,
    ::testing::Values(
        Family{"Inquiry",
               "電話での",
               {"問い合わせ", "問合せ", "問合わせ", "問い合せ", "問合"},
               "に対応します。"},
        Family{"Initiative", "今年度の", {"取り組み", "取組", "取組み"}, "を進めます。"},
        Family{"Application", "窓口での", {"申し込み", "申込み", "申込"}, "を受けます。"},
        Family{"ApplicationTopic", "", {"申し込み", "申込み", "申込"}, "は窓口で受けます。"},
        Family{"Hearing", "家族への", {"聞き取り", "聞取り"}, "を行います。"},
        Family{"Handover", "係の", {"引き継ぎ", "引継ぎ", "引継"}, "を確実に行う。"},
        Family{"Reception", "書類の", {"受け付け", "受付", "受付け"}, "を始める。"},
        Family{"Notification", "転入の", {"届け出", "届出"}, "が増える時期に"},
        Family{"Briefing", "朝の", {"打ち合わせ", "打合せ", "打合わせ"}, "を開く。"},
        Family{"Procedure", "各種の", {"手続き", "手続"}, "を案内する。"},
        Family{"Calling", "番号の", {"呼び出し", "呼出し", "呼出"}, "が聞こえる。"},
        Family{"Meeting", "家族との", {"待ち合わせ", "待合せ"}, "に使う。"},
        Family{"Lending", "車椅子の", {"貸し出し", "貸出し", "貸出"}, "を始めた。"},
        Family{"Handling", "書類の", {"取り扱い", "取扱い", "取扱"}, "を確認する。"},
        Family{"Transfer", "電話の", {"取り次ぎ", "取次ぎ", "取次"}, "を減らす。"},
        Family{"Replacement", "器具の", {"取り替え", "取替え"}, "を急ぐ。"},
        Family{"Offer", "市民からの", {"申し出", "申出"}, "を聞く。"},
        Family{"Acceptance", "実習生の", {"受け入れ", "受入れ", "受入"}, "を行う。"},
        Family{"Receipt", "書類の", {"受け取り", "受取り", "受取"}, "を待つ。"},
        Family{"Combination", "語の", {"組み合わせ", "組合せ", "組合わせ"}, "を調べる。"},
        Family{"Review", "一年の", {"振り返り", "振返り"}, "を行う。"},
        Family{"Switching", "画面の", {"切り替え", "切替え", "切替"}, "を行う。"},
        Family{"Delivery", "書類の", {"引き渡し", "引渡し"}, "を行う。"},
        Family{"Moving", "春の", {"引っ越し", "引越し"}, "が多い時期"},
        Family{"Notice", "庁舎に", {"貼り紙", "張り紙"}, "を出す。"},
        Family{"Deadline", "書類の", {"締め切り", "締切り", "締切"}, "を守る。"},
        Family{"Discussion", "係での", {"話し合い", "話合い"}, "を続ける。"},
        Family{"Mechanism", "新しい", {"仕組み", "仕組"}, "を作る。"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    NounsAndVerbs, SpellingFamilyTest,
    ::testing::Values(
        Family{"ToInquire", "電話で", {"問い合わせる", "問合せる", "問合わせる"}, "人が多い。"},
        Family{"ToWorkOn", "全員で", {"取り組む", "取組む"}, "ことにした。"},
        Family{"WorkedOn", "全員で", {"取り組ん", "取組ん"}, "だ。"},
        Family{"ToApply", "講座に", {"申し込む", "申込む"}, "人が多い。"},
        Family{"ToHandOver", "仕事を", {"引き継ぐ", "引継ぐ"}, "ことにした。"},
        Family{"ToReceive", "書類を", {"受け付ける", "受付ける"}, "ことにした。"},
        Family{"ToLend", "器具を", {"貸し出す", "貸出す"}, "ことにした。"},
        Family{"ToCall", "番号を", {"呼び出す", "呼出す"}, "ことにした。"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    KanaAndKanji, SpellingFamilyTest,
    ::testing::Values(
        Family{"Child", "地域の", {"子ども", "子供", "こども", "こ ども"}, "が集まる。"},
        Family{"Disability", "", {"障害", "障がい", "障碍"}, "のある方に声をかける。"},
        Family{"News", "", {"お知らせ", "御知らせ"}, "を掲示する。"},
        Family{"Various", "", {"様々", "さまざま"}, "な意見がある。"},
        Family{"ToUnderstand", "説明が", {"分かる", "わかる", "判る"}, "ように話す。"},
        Family{
            "EasyToUnderstand", "", {"分かりやすい", "わかりやすい", "分かり易い"}, "説明をする。"},
        Family{"EasilyUnderstood", "", {"分かりやすく", "わかりやすく"}, "説明する。"},
        Family{"ToBeAble", "すぐに対応", {"できる", "出来る"}, "ようにする。"},
        Family{"Good", "より", {"良い", "よい"}, "サービスを目指す。"},
        Family{"Greeting", "来庁者への", {"声かけ", "声掛け", "声がけ"}, "を続ける。"},
        Family{"ToKeepInMind", "笑顔を", {"心がける", "心掛ける"}, "ことにした。"},
        Family{"EachPerson", "職員", {"一人一人", "一人ひとり", "ひとりひとり"}, "が気をつける。"},
        Family{"Wheelchair", "", {"車椅子", "車いす"}, "を貸す。"},
        Family{"TownBuilding", "", {"まちづくり", "街づくり"}, "を進める。"},
        Family{"Months", "約3", {"か月", "ヶ月", "カ月", "ヵ月"}, "かかる。"},
        Family{"Glasses", "", {"眼鏡", "めがね"}, "を置く。"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    WordsFromAbroad, SpellingFamilyTest,
    ::testing::Values(
        Family{"ELearning",
               "毎年",
               {"eラーニング", "e-ラーニング", "Eラーニング", "Ｅ－ラーニング", "ｅラーニング"},
               "を受ける。"},
        Family{"Server", "新しい", {"サーバー", "サーバ"}, "を置く。"},
        Family{"Computer", "新しい", {"コンピューター", "コンピュータ", "ｺﾝﾋﾟｭｰﾀ"}, "を置く。"},
        Family{"Website", "市の", {"ウェブサイト", "ウエブサイト", "Webサイト"}, "に載せる。"},
        Family{"Twitter", "区の", {"ツイッター", "Twitter"}, "で知らせる。"},
        Family{"HomePage", "市の", {"ホームページ", "ホーム・ページ"}, "に載せる。"},
        Family{"Center", "新しい", {"センター", "センタ", "ｾﾝﾀｰ"}, "を開く。"}),
    [](const auto& row) { return std::string(row.param.name); });

struct Apart {
  std::string_view one;
  std::string_view other;
};

TEST(SpellingFamilyApartTest, KeepsOtherWordsApart) {
  Analyzer analyzer = make_analyzer();
  for (const Apart& row :
       {Apart{"行う", "行く"}, Apart{"組合", "組み合わせ"}, Apart{"気づく", "築く"},
        Apart{"障害", "生涯"}, Apart{"対応", "態様"}, Apart{"待合室", "待ち合わせ"}}) {
    SCOPED_TRACE(row.one);
    EXPECT_NE(analyzer.analyze(row.one).tokens.front().family,
              analyzer.analyze(row.other).tokens.front().family);
  }
}

}  // namespace
}  // namespace torikumi::analysis
