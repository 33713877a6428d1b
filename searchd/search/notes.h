#ifndef SEARCHD_SEARCH_NOTES_H_
#define SEARCHD_SEARCH_NOTES_H_

// What an answer says about the query beside its hits, in Japanese for staff.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace torikumi::searchd {

/// Adds `text` to `notes` unless it is there already.
inline void add_note(std::vector<std::string>& notes, std::string text) {
  if (std::find(notes.begin(), notes.end(), text) == notes.end()) {
    notes.push_back(std::move(text));
  }
}

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_NOTES_H_
