#ifndef SEARCHD_API_RECORD_CSV_H_
#define SEARCHD_API_RECORD_CSV_H_

// Records as rows for a spreadsheet.

#include "corpus/record.h"

#include <string>
#include <vector>

namespace torikumi::searchd {

/// The columns of `record_csv_row`. The name of the ward stands before its code, so that no
/// spreadsheet takes the code for the row's key and drops zeros.
std::vector<std::string> record_csv_header();
std::vector<std::string> record_csv_row(const corpus::Record& record);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_RECORD_CSV_H_
