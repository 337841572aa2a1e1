// The workload boulware-4096 in plain C++, as fast as we could write it: a staircase walk over two sorted halves.
//
// Against kernel.cpp: worth and codes lie apart; a walk begins at the first step that the falling aspiration has reached in earlier rounds; every entry
// finds its place by counting those before it, which the compiler does eight at a time, where std::sort waits for branches.
#include "bargaining.hpp"

namespace {

struct Half {
  std::array<double, half> worth;
  std::array<int, half> code;
};

struct Party : Preferences {
  Half left, right;
  double best, worst;
  // The first entry of the left half with which any outcome is good enough.
  mutable int top;

  void prepare(Random& random) {
    draw(random);
    fill(left, 0);
    fill(right, 3);
    best = left.worth[half - 1] + right.worth[half - 1];
    worst = std::max(left.worth[0] + right.worth[0], 0.0);
    top = half - 1;
  }

  void fill(Half& sorted, int first) {
    std::array<double, half> all;
    for (int code = 0; code < half; ++code) all[code] = partial(first, code);
    for (int code = 0; code < half; ++code) {
      long place = 0;
      for (int other = 0; other < half; ++other)
        place += static_cast<int>(all[other] < all[code]) +
                 (static_cast<int>(all[other] == all[code]) & static_cast<int>(other < code));
      sorted.worth[place] = all[code], sorted.code[place] = code;
    }
  }

  // The outcome with the least utility at or above the target, which is at most `best` and never rises within a run: codes of both halves.
  int lowest(double target, double& utility) const {
    while (top > 0 && left.worth[top - 1] + right.worth[half - 1] >= target) --top;
    int row = -1, column = -1;
    utility = INFINITY;
    for (int i = top, j = half - 1; i < half; ++i) {
      while (j >= 0 && left.worth[i] + right.worth[j] >= target) --j;
      const double sum = left.worth[i] + right.worth[j + 1];
      if (sum < utility) utility = sum, row = i, column = j + 1;
      if (j < 0) break;
    }
    return left.code[row] * half + right.code[column];
  }
};

}  // namespace

int main(int count, char** arguments) { return play<Party>(count, arguments); }
