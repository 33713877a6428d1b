#ifndef SEARCHD_API_HTML_PAGE_H_
#define SEARCHD_API_HTML_PAGE_H_

// Pages that are made on the server, for printing: no script, no style of their own.

#include <string>
#include <string_view>

namespace torikumi::searchd {

/// A page as a route makes it. `body` is well-formed HTML in which every text from outside went
/// through html_text.
struct HtmlPage {
  std::string title;
  std::string printed_note;  ///< For the head of each printed page.
  std::string body;
};

/// `text` as the content of an element or of a quoted attribute: & < > " ' as references, control
/// characters but line feeds as U+FFFD.
std::string html_text(std::string_view text);

/// `page` as a document in Japanese. `stylesheet` is its address, `root` that of the search page.
std::string html_document(const HtmlPage& page, std::string_view stylesheet, std::string_view root);

}  // namespace torikumi::searchd

#endif  // SEARCHD_API_HTML_PAGE_H_
