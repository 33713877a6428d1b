#include "analysis/statistics/association.h"

namespace torikumi::analysis {

double jaccard(const Overlap& overlap) {
  const double either = static_cast<double>(overlap.left) + overlap.right - overlap.both;
  return either == 0 ? 0.0 : overlap.both / either;
}

double lift(const Overlap& overlap) {
  const double product = static_cast<double>(overlap.left) * overlap.right;
  return product == 0 ? 0.0 : static_cast<double>(overlap.both) * overlap.total / product;
}

TwoByTwo table_of(const Overlap& overlap) {
  return TwoByTwo::of({overlap.both, overlap.left},
                      {overlap.right - overlap.both, overlap.total - overlap.left});
}

}  // namespace torikumi::analysis
