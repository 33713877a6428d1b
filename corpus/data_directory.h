#ifndef CORPUS_DATA_DIRECTORY_H_
#define CORPUS_DATA_DIRECTORY_H_

// Where the files that ship with the programs are found.

#include <filesystem>

namespace torikumi {

/// The folder with wards.csv, the dictionaries and the web page: the environment variable
/// TORIKUMI_DATA if it is set, else share/torikumi beside the bin/ folder of the running program.
/// Throws Error{NotFound} naming the folder if it is not there.
std::filesystem::path data_directory();

}  // namespace torikumi

#endif  // CORPUS_DATA_DIRECTORY_H_
