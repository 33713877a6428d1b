#ifndef SEARCHD_SEARCH_QUESTION_WORDS_H_
#define SEARCHD_SEARCH_QUESTION_WORDS_H_

// Words with which people ask and which the answer need not hold.

#include <string_view>

namespace torikumi::searchd {

/// True for the words of asking (どんな, 教え, 知り), of politeness (お願い, ください) and for the
/// most general names of what these reports consist of (工夫, 事例, 取組, 方法):
/// どんな工夫がありますか asks for any record. Compared as written. They count only in a query that
/// is taken word by word.
bool is_question_word(std::string_view word);

}  // namespace torikumi::searchd

#endif  // SEARCHD_SEARCH_QUESTION_WORDS_H_
