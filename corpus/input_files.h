#ifndef CORPUS_INPUT_FILES_H_
#define CORPUS_INPUT_FILES_H_

// The files to read, found below the paths that were named.

#include "corpus/report_reader.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace torikumi::corpus {

/// A file to read.
struct InputFile {
  std::filesystem::path path;
  std::filesystem::path root;  ///< The folder that was named, or the file's own.
  std::string below_root;      ///< `path` below `root`, with /.
  std::string name;            ///< Source::file: `below_root`, or the path if that is taken.
};

/// What was found, in an order that does not depend on that of the paths that were named.
struct InputFiles {
  std::vector<InputFile> files;     ///< By name, each once however often it was named.
  std::vector<Diagnostic> remarks;  ///< What is not there, cannot be read or is not read.
};

/// The files at or below `paths`: those that are named, whatever they are called, and in folders
/// .txt, .text and .md files (in any case), without those whose name begins with a dot, README or
/// PROVENANCE. A link to a folder is followed, a folder is never read twice.
///
/// Remarks are an Error for a path that does not exist, a folder that cannot be read (also one
/// below a named one), a named folder without any report, and for what is beyond `max_files`; for a
/// folder with files of other kinds one Warning if they are documents (PDF, Office, HTML), else one
/// Note, with how many there are and the first names.
InputFiles find_input_files(const std::vector<std::filesystem::path>& paths, std::size_t max_files);

}  // namespace torikumi::corpus

#endif  // CORPUS_INPUT_FILES_H_
