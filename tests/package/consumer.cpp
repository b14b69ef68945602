// A host of the library, built by the package tests. Prints its version first.
#include <iostream>

#include "skillmatrix/version.hpp"

int main() {
  std::cout << "skillmatrix " << skillmatrix::version << '\n';
  return 0;
}
