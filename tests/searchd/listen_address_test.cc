#include "searchd/listen_address.h"

#include "corpus/error.h"

#include <gtest/gtest.h>

#include <ostream>

namespace torikumi::searchd {
namespace {

struct AddressCase {
  const char* name;
  std::string_view text;
  ListenAddress want;
  std::string_view url_host;
};
std::ostream& operator<<(std::ostream& out, const AddressCase& row) {
  return out << row.text;
}

class ListenAddressTest : public ::testing::TestWithParam<AddressCase> {};

TEST_P(ListenAddressTest, Parses) {
  const ListenAddress address = parse_listen_address(GetParam().text);
  EXPECT_EQ(address, GetParam().want);
  EXPECT_EQ(address.url_host(), GetParam().url_host);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ListenAddressTest,
    ::testing::Values(AddressCase{"Four", "127.0.0.1:8080", {"127.0.0.1", 8080}, "127.0.0.1"},
                      AddressCase{"Name", "localhost:0", {"localhost", 0}, "localhost"},
                      AddressCase{"Six", "[::1]:65535", {"::1", 65535}, "[::1]"},
                      AddressCase{"PortAlone", "8081", {"127.0.0.1", 8081}, "127.0.0.1"}),
    [](const auto& row) { return row.param.name; });

class RefusedListenAddressTest : public ::testing::TestWithParam<std::string_view> {};

TEST_P(RefusedListenAddressTest, SaysWhatAnAddressIs) {
  try {
    parse_listen_address(GetParam());
    FAIL() << "it was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::InvalidArgument);
    EXPECT_EQ(std::string(error.what()),
              "--listen: \"" + std::string(GetParam()) +
                  "\" is not an address; give HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080");
  }
}

INSTANTIATE_TEST_SUITE_P(Table, RefusedListenAddressTest,
                         ::testing::Values("", ":", "localhost", "localhost:", ":8080", "::1:8080",
                                           "[]:8080", "127.0.0.1:65536", "127.0.0.1:-1",
                                           "127.0.0.1:80x", "127.0.0.1: 80"));

}  // namespace
}  // namespace torikumi::searchd
