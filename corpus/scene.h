#ifndef CORPUS_SCENE_H_
#define CORPUS_SCENE_H_

// The scenes (場面) in which a ward office meets people, and the labels that name them in reports.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace torikumi::corpus {

/// In the order of the guideline, with 応対 (reception in general) after お知らせ.
enum class Scene {
  Notices,       ///< お知らせ
  Reception,     ///< 応対, also printed 対応
  Telephone,     ///< 電話対応, also 電話
  Wayfinding,    ///< 庁舎案内
  FaceToFace,    ///< 対面対応, also 対面, 対面応対
  HomeVisit,     ///< 地域訪問
  Organisation,  ///< 庁内体制
  Common,        ///< 共通
};

inline constexpr std::array kAllScenes{Scene::Notices,      Scene::Reception,  Scene::Telephone,
                                       Scene::Wayfinding,   Scene::FaceToFace, Scene::HomeVisit,
                                       Scene::Organisation, Scene::Common};

/// The canonical Japanese label (お知らせ, 応対, 電話対応, …).
std::string_view label_of(Scene scene);

/// The scene with this canonical label or one of its printed variants, blanks of any width
/// ignored; nothing if there is none.
std::optional<Scene> scene_named(std::string_view label);

/// A label found at the start of a cell.
struct SceneLabel {
  std::vector<Scene> scenes;  ///< One, or two for a label such as 電話・対面対応; in label order.
  std::size_t byte_count = 0;  ///< How much of the text the label takes, blanks behind it included.

  bool operator==(const SceneLabel&) const = default;
};

/// The scene label with which `text` (UTF-8) begins: split by blanks (対 面 対 応), two in one
/// (電話・対面対応), followed by a blank, a paragraph break, a colon or the end, or within brackets
/// (【共通】). Nothing for a text that merely begins with the same characters
/// (電話は3コール以内で…). Of several readings the longest wins: 対面 対応 is one label, not 対面
/// and a text.
std::optional<SceneLabel> leading_scene_label(std::string_view text);

}  // namespace torikumi::corpus

#endif  // CORPUS_SCENE_H_
