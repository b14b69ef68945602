// The one translation unit that holds Boost.JSON's non-template code.
#include <boost/json/src.hpp>
