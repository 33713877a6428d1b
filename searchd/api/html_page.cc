#include "searchd/api/html_page.h"

#include <fmt/format.h>

namespace torikumi::searchd {

std::string html_text(std::string_view text) {
  constexpr unsigned char kFirstPrintable = 0x20;
  constexpr unsigned char kDelete = 0x7f;
  std::string html;
  html.reserve(text.size());
  for (const char byte : text) {
    switch (byte) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default: {
        const auto value = static_cast<unsigned char>(byte);
        const bool is_control = (value < kFirstPrintable && byte != '\n') || value == kDelete;
        html += is_control ? std::string("\xEF\xBF\xBD") : std::string(1, byte);
      }
    }
  }
  return html;
}

std::string html_document(const HtmlPage& page, std::string_view stylesheet,
                          std::string_view root) {
  return fmt::format(
      R"(<!doctype html>
<html lang="ja" data-printed-note="{note}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="icon" type="image/svg+xml" href="{root}icon.svg">
<link rel="stylesheet" href="{stylesheet}">
</head>
<body>
<main>
{body}</main>
</body>
</html>
)",
      fmt::arg("note", html_text(page.printed_note)), fmt::arg("title", html_text(page.title)),
      fmt::arg("root", html_text(root)), fmt::arg("stylesheet", html_text(stylesheet)),
      fmt::arg("body", page.body));
}

}  // namespace torikumi::searchd
