#include "analysis/old_character_forms.h"

#include <cstddef>
#include <string_view>

namespace torikumi::analysis {
namespace {

// Pairs, the modern form first. From the list of common characters (常用漢字表, cabinet notice of
// 2010), which prints the form of the Kangxi dictionary beside each character that replaced it; the
// same change in characters of names (堯, 冨, 淵); and the printed forms that JIS X 0213 has beside
// the simplified ones of JIS X 0208, with which dictionaries are written (塡, 頰, 剝). Forms that
// Unicode holds as compatibility characters need no pair: NFKC knows them.
constexpr std::u32string_view kPairs =
    U"亜亞悪惡圧壓囲圍医醫為爲壱壹隠隱栄榮営營衛衞駅驛円圓塩鹽縁緣艶艷応應欧歐殴毆奥奧横橫温溫"
    U"穏穩仮假価價画畫会會絵繪壊壞懐懷概槪拡擴殻殼覚覺学學岳嶽楽樂渇渴缶罐巻卷陥陷勧勸寛寬関關"
    U"歓歡観觀気氣帰歸偽僞戯戲犠犧旧舊拠據挙擧虚虛峡峽挟挾狭狹郷鄕暁曉区區駆驅勲勳薫薰径徑茎莖"
    U"恵惠掲揭渓溪経經蛍螢軽輕継繼鶏鷄芸藝撃擊欠缺研硏県縣倹儉剣劍険險圏圈検檢献獻権權顕顯験驗"
    U"厳嚴効效恒恆鉱鑛号號砕碎済濟剤劑雑雜参參桟棧蚕蠶惨慘賛贊残殘糸絲児兒辞辭湿濕実實写寫釈釋"
    U"寿壽収收従從渋澁獣獸縦縱粛肅処處緒緖叙敍将將称稱渉涉焼燒証證奨奬条條状狀乗乘浄淨剰剩畳疊"
    U"縄繩壌壤嬢孃譲讓醸釀触觸嘱囑寝寢慎愼尽盡図圖粋粹酔醉穂穗随隨髄髓枢樞数數声聲静靜窃竊摂攝"
    U"専專浅淺戦戰践踐銭錢潜潛繊纖禅禪双雙壮壯争爭荘莊捜搜挿插巣巢曽曾痩瘦装裝総總騒騷増增蔵藏"
    U"臓臟即卽属屬続續堕墮対對体體帯帶滞滯台臺滝瀧択擇担擔単單胆膽団團断斷弾彈遅遲痴癡虫蟲昼晝"
    U"鋳鑄庁廳徴徵聴聽勅敕鎮鎭逓遞鉄鐵点點転轉伝傳灯燈当當党黨盗盜稲稻闘鬪独獨読讀届屆弐貳悩惱"
    U"脳腦覇霸拝拜廃廢売賣発發髪髮抜拔晩晚蛮蠻秘祕瓶甁払拂仏佛併倂並竝餅餠変變弁辨弁瓣弁辯歩步"
    U"宝寶豊豐褒襃翻飜毎每万萬満滿麺麵黙默弥彌訳譯薬藥与與予豫余餘誉譽揺搖様樣謡謠来來頼賴乱亂"
    U"覧覽竜龍両兩猟獵緑綠涙淚塁壘礼禮励勵戻戾霊靈齢齡暦曆歴歷恋戀錬鍊炉爐労勞郎郞楼樓録錄湾灣"
    U"尭堯巌巖遥遙穣穰槙槇祢禰亘亙凛凜猪豬尚尙館舘富冨峰峯群羣略畧煙烟鉄銕回囘姫姬彦彥産產税稅"
    U"説說脱脫鋭銳悦悅閲閱郷鄉歳歲絶絕蝋蠟頬頰箪簞祷禱莱萊侠俠掴摑繍繡醤醬顛顚鴎鷗涜瀆填塡剥剝"
    U"叱𠮟呑吞噛嚙嘘噓災灾淵渕";
static_assert(kPairs.size() % 2 == 0);

}  // namespace

std::vector<OldCharacterForm> old_character_forms() {
  std::vector<OldCharacterForm> forms;
  for (std::size_t i = 0; i + 1 < kPairs.size(); i += 2) {
    forms.push_back({.old_form = kPairs[i + 1], .modern_form = kPairs[i]});
  }
  return forms;
}

}  // namespace torikumi::analysis
